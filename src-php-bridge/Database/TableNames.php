<?php
/**
 * Names of WordPress's own tables, for statements.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Database;

defined( 'ABSPATH' ) || exit;

/** Names for the site that was current when the object was created: in a network each site has tables of its own. */
final class TableNames {

	public readonly string $prefix;
	public readonly string $posts;
	public readonly string $postmeta;
	public readonly string $options;
	public readonly string $terms;
	public readonly string $termmeta;
	public readonly string $term_taxonomy;
	public readonly string $term_relationships;

	public function __construct( \wpdb $wpdb ) {
		$this->prefix             = $wpdb->prefix;
		$this->posts              = $wpdb->posts;
		$this->postmeta           = $wpdb->postmeta;
		$this->options            = $wpdb->options;
		$this->terms              = $wpdb->terms;
		$this->termmeta           = $wpdb->termmeta;
		$this->term_taxonomy      = $wpdb->term_taxonomy;
		$this->term_relationships = $wpdb->term_relationships;
	}
}
