"""
A real WordPress, as Debian packages it, in a folder of its own: its database, its web server, and its installer.

Nothing outside the folder is written, nothing but this machine is asked, and nothing runs with root's rights.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

from tests.wordpress.packages import WORDPRESS
from tests.wordpress.process import run, running

HERE = Path(__file__).resolve().parent
ADMIN, PASSWORD = "admin", "a password of the tests"
PATIENCE = 60
"""Seconds after which a page that has not come is missing."""

CONFIG = """<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:{socket}' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'WP_HOME', '{url}' );
define( 'WP_SITEURL', '{url}' );
define( 'WP_DEFAULT_THEME', 'plain' );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'WP_ACCESSIBLE_HOSTS', '127.0.0.1' );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'DISABLE_WP_CRON', true );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', true );
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) {{
	define( 'ABSPATH', __DIR__ . '/' );
}}
require_once ABSPATH . 'wp-settings.php';
"""


@dataclass(frozen=True, slots=True)
class Machine:
    """A WordPress that runs."""

    folder: Path
    url: str
    reader: OpenerDirector = field(default_factory=build_opener)
    """Who asks for pages: everybody, until somebody signs in."""

    @property
    def www(self) -> Path:
        """The files of WordPress."""
        return self.folder / "www"

    def read(self, path: str = "/", **form: str) -> str:
        """A page as its readers get it, or the answer to a form."""
        with self.reader.open(f"{self.url}{path}", urlencode(form).encode() if form else None, PATIENCE) as answer:
            return str(answer.read().decode())

    def sign_in(self) -> Machine:
        """The same WordPress as its administrator sees it."""
        machine = replace(self, reader=build_opener(HTTPCookieProcessor()))
        assert "Dashboard" in machine.read(
            "/wp-login.php", log=ADMIN, pwd=PASSWORD, redirect_to=f"{self.url}/wp-admin/"
        )
        return machine

    def php(self, code: str, *arguments: str) -> str:
        """What PHP prints inside this WordPress, as its administrator; arguments are $argv[1] and so on."""
        load = f"require '{self.www}/wp-load.php'; wp_set_current_user( 1 ); "
        return run(self.folder, [*php_command(), "-r", load + code, "--", *arguments])

    def publish(self, content: str, **fields: object) -> str:
        """Publish a post as the administrator would, and give its path; `fields` are those of WordPress."""
        post = {"post_title": "A post", "post_content": content, "post_status": "publish", **fields}
        code = "echo wp_insert_post( wp_slash( json_decode( $argv[1], true ) ) );"
        return f"/?p={int(self.php(code, json.dumps(post)))}"

    def activate(self, plugin: Path) -> None:
        """Install a plugin that is one file in a folder of its name, and start it."""
        shutil.copytree(plugin, self.www / "wp-content" / "plugins" / plugin.name, dirs_exist_ok=True)
        code = "require_once ABSPATH . 'wp-admin/includes/plugin.php'; echo is_wp_error( activate_plugin( $argv[1] ) );"
        assert not self.php(code, f"{plugin.name}/{plugin.name}.php")

    def let_feeds_grow_old(self) -> None:
        """Let twelve hours pass for all feeds that were fetched."""
        self.php(
            "$GLOBALS['wpdb']->query( \"UPDATE {$GLOBALS['wpdb']->options} SET option_value = 1"
            " WHERE option_name LIKE '\\_transient\\_timeout\\_feed\\_%'\" );"
        )


def php_command() -> list[str]:
    """PHP with nothing of the machine's own settings that matters here, and no post office."""
    return ["php", "-d", "sendmail_path=/bin/true", "-d", "display_errors=1", "-d", "error_log="]


@contextmanager
def open_machine() -> Iterator[Machine]:
    """An installed WordPress that runs until the block is left, and of which then nothing stays."""
    with TemporaryDirectory(prefix="welcome-wordpress-") as name:
        folder = Path(name)
        url = f"http://127.0.0.1:{free_port()}"
        copy_wordpress(folder, url)
        give_away(folder)
        with running_database(folder):
            server = [*php_command(), "-S", url.removeprefix("http://"), "-t", str(folder / "www")]
            with running(folder, "Development Server", server):
                machine = Machine(folder, url)
                install(machine)
                yield machine


def free_port() -> int:
    """A port that nobody listens to."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def copy_wordpress(folder: Path, url: str) -> None:
    """WordPress's files, with settings, a theme and the one concession of our own."""
    www = folder / "www"
    shutil.copytree(WORDPRESS, www, ignore=shutil.ignore_patterns(".htaccess", "wp-config.php", "wp-content"))
    (www / "wp-config.php").write_text(CONFIG.format(socket=folder / "mysql.sock", url=url))
    shutil.copytree(HERE / "theme", www / "wp-content" / "themes" / "plain")
    for name in ("mu-plugins", "plugins", "uploads"):
        (www / "wp-content" / name).mkdir()
    shutil.copy(HERE / "loopback.php", www / "wp-content" / "mu-plugins")
    (folder / "tmp").mkdir()


def give_away(folder: Path) -> None:
    """Give the folder to nobody, where the tests are run by root."""
    if os.geteuid() == 0:
        for path in (folder, *folder.rglob("*")):
            shutil.chown(path, "nobody", "nogroup")


@contextmanager
def running_database(folder: Path) -> Iterator[None]:
    """A database in the folder, heard by a socket in it alone."""
    data = f"--datadir={folder / 'data'}"
    run(folder, ["mariadb-install-db", "--no-defaults", data, "--auth-root-authentication-method=normal"])
    sizes = ["--innodb-buffer-pool-size=32M", "--innodb-log-file-size=8M", "--innodb-flush-log-at-trx-commit=0"]
    paths = [
        data,
        f"--socket={folder / 'mysql.sock'}",
        f"--pid-file={folder / 'mysql.pid'}",
        f"--tmpdir={folder / 'tmp'}",
    ]
    command = ["mariadbd", "--no-defaults", *paths, "--skip-networking", *sizes]
    with running(folder, "ready for connections", command):
        code = "( new mysqli( null, 'root', '', '', 0, $argv[1] ) )->query( 'CREATE DATABASE wordpress' );"
        run(folder, ["php", "-r", code, "--", str(folder / "mysql.sock")])
        yield


def install(machine: Machine) -> None:
    """Fill in WordPress's own form of installation."""
    answer = machine.read(
        "/wp-admin/install.php?step=2",
        weblog_title="A local group",
        user_name=ADMIN,
        admin_password=PASSWORD,
        admin_password2=PASSWORD,
        admin_email="admin@example.org",
        blog_public="0",
        Submit="Install",
    )
    assert "WordPress has been installed" in answer, answer
