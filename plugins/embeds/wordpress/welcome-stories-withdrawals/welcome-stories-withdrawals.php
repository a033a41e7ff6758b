<?php
/**
 * Plugin Name: Welcome Stories: withdrawals
 * Description: Puts imported stories in the bin once they have been taken back. It asks the site they come from once a day, and tells nobody anything.
 * Version: 1.0.0
 * Requires at least: 5.6
 * Requires PHP: 7.4
 * License: GPL-3.0-or-later
 * License URI: https://www.gnu.org/licenses/gpl-3.0.html
 *
 * An imported post is known by the id that its feed gave it, which importers keep in a field of the post, or as
 * the post's guid. FeedWordPress keeps an address made of the id.
 */

namespace WelcomeStories\Withdrawals;

defined( 'ABSPATH' ) || exit;

const SITE   = 'welcome_stories_site';
const TOLD   = 'welcome_stories_withdrawals_told';
const DAILY  = 'welcome_stories_withdrawals';
const BUTTON = 'welcome_stories_withdrawals_now';
const ID     = '/^tag:[a-z0-9.-]+,[0-9-]+:[0-9a-z]{10}(:[a-z-]+)?$/D';

register_activation_hook( __FILE__, __NAMESPACE__ . '\start' );
register_deactivation_hook( __FILE__, __NAMESPACE__ . '\stop' );
register_uninstall_hook( __FILE__, __NAMESPACE__ . '\forget' );
add_action( DAILY, __NAMESPACE__ . '\run' );
add_action( 'admin_post_' . BUTTON, __NAMESPACE__ . '\run_now' );
add_action( 'admin_init', __NAMESPACE__ . '\declare_setting' );
add_action( 'admin_menu', __NAMESPACE__ . '\add_page' );
add_action( 'admin_notices', __NAMESPACE__ . '\show_notice' );

/** Look once a day from now on. */
function start() {
	if ( ! wp_next_scheduled( DAILY ) ) {
		wp_schedule_event( time(), 'daily', DAILY );
	}
}

/** Look no more. */
function stop() {
	wp_clear_scheduled_hook( DAILY );
}

/** Leave nothing behind. */
function forget() {
	delete_option( SITE );
	delete_option( TOLD );
}

/** Remove what was taken back, and keep for the administrator what there is to tell. */
function run() {
	$ids   = fetch_ids();
	$wrong = is_wp_error( $ids ) ? $ids->get_error_message() : '';
	$posts = $wrong ? array() : find_posts( $ids );
	array_map( __NAMESPACE__ . '\remove', $posts );
	empty_feed_cache();
	if ( $posts || $wrong ) {
		list( $before ) = get_option( TOLD, array( 0 ) );
		update_option( TOLD, array( $before + count( $posts ), $wrong ), false );
	}
}

/** The ids of all that was taken back, or what is wrong. Nothing of this site is in the request, not even its name. */
function fetch_ids() {
	$address = trailingslashit( get_option( SITE, '' ) ) . 'feeds/withdrawals.json';
	$answer  = wp_safe_remote_get( $address, array( 'timeout' => 20, 'user-agent' => 'WordPress' ) );
	$list    = json_decode( wp_remote_retrieve_body( $answer ), true );
	if ( 200 !== wp_remote_retrieve_response_code( $answer ) || 1 !== ( $list['version'] ?? 0 ) || ! is_array( $list['withdrawn'] ?? 0 ) ) {
		return new \WP_Error( 'list', "There is no list of withdrawals at $address: look at Settings, Welcome Stories." );
	}
	return preg_grep( ID, array_filter( array_column( $list['withdrawn'], 'id' ), 'is_string' ) );
}

/** The posts that were imported under these ids and are not in the bin yet. */
function find_posts( array $ids ) {
	global $wpdb;
	$found = array();
	foreach ( array_chunk( $ids, 100 ) as $some ) {
		$guids = $some;
		foreach ( $some as $id ) {
			array_push( $guids, home_url( '/?guid=', 'http' ) . md5( $id ), home_url( '/?guid=', 'https' ) . md5( $id ) );
		}
		$in    = static fn( $values ) => ' IN (' . implode( ', ', array_fill( 0, count( $values ), '%s' ) ) . ')';
		$query = "SELECT ID FROM $wpdb->posts WHERE post_status <> 'trash' AND post_type <> 'revision' AND (guid" . $in( $guids )
			. " OR ID IN (SELECT post_id FROM $wpdb->postmeta WHERE meta_value" . $in( $some ) . '))';
		$found = array_merge( $found, $wpdb->get_col( $wpdb->prepare( $query, array_merge( $guids, $some ) ) ) );
	}
	return array_unique( array_map( 'intval', $found ) );
}

/** Put a post in the bin; the picture that came with it is deleted, since its file could still be asked for. */
function remove( $post ) {
	$picture = get_post_thumbnail_id( $post );
	wp_trash_post( $post );
	if ( $picture && wp_get_post_parent_id( $picture ) === $post ) {
		wp_delete_attachment( $picture, true );
	}
}

/** Let blocks and widgets ask all feeds anew. */
function empty_feed_cache() {
	global $wpdb;
	foreach ( $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE '\\_transient\\_feed\\_%'" ) as $name ) {
		delete_transient( substr( $name, strlen( '_transient_' ) ) );
	}
}

/** What the button does. */
function run_now() {
	check_admin_referer( BUTTON );
	current_user_can( 'manage_options' ) || wp_die( 'Only an administrator may do this.', '', array( 'response' => 403 ) );
	run();
	add_option( TOLD, array( 0, '' ), '', false );
	wp_safe_redirect( admin_url( 'options-general.php?page=' . DAILY ) );
	exit;
}

/** The one setting. */
function declare_setting() {
	register_setting( DAILY, SITE, array( 'sanitize_callback' => 'esc_url_raw' ) );
}

/** A page of its own below Settings. */
function add_page() {
	add_options_page( 'Welcome Stories', 'Welcome Stories', 'manage_options', DAILY, __NAMESPACE__ . '\show_page' );
}

/** The page: the setting, and the button. */
function show_page() {
	echo '<div class="wrap"><h1>Welcome Stories: withdrawals</h1><form action="options.php" method="post">';
	settings_fields( DAILY );
	$input = '<p><label>Address of the site that the stories come from<br><input name="%s" type="url" class="regular-text" value="%s"></label></p>';
	printf( $input, esc_attr( SITE ), esc_attr( get_option( SITE ) ) );
	submit_button();
	printf( '</form><form action="%s" method="post">', esc_url( admin_url( 'admin-post.php?action=' . BUTTON ) ) );
	wp_nonce_field( BUTTON );
	submit_button( 'Look for withdrawals now', 'secondary' );
	echo '</form></div>';
}

/** Tell an administrator, once. */
function show_notice() {
	$told = current_user_can( 'manage_options' ) ? get_option( TOLD ) : array();
	if ( $told ) {
		delete_option( TOLD );
		printf( '<div class="notice notice-info"><p>Stories taken back and put in the bin here: %d. %s</p></div>', (int) $told[0], esc_html( $told[1] ) );
	}
}
