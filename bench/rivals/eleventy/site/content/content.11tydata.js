export default {
  layout: "text.11ty.js",
  eleventyComputed: {
    section: (data) => data.page.filePathStem.split("/")[2],
    beside: () => ({}),
  },
  permalink: (data) => `${data.page.filePathStem.replace("/content", "")}/index.html`,
};
