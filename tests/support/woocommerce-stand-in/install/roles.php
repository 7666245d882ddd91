<?php
/**
 * The shop's roles: a customer may only read, and a shop manager may manage the shop but not the site.
 */

declare(strict_types=1);

namespace WooStandIn\Install;

final class Roles {
	/** Capabilities of an editor, which a shop manager has too. */
	private const AS_EDITOR = array(
		'read', 'read_private_pages', 'read_private_posts',
		'edit_posts', 'edit_pages', 'edit_published_posts', 'edit_published_pages', 'edit_private_pages', 'edit_private_posts', 'edit_others_posts', 'edit_others_pages',
		'publish_posts', 'publish_pages',
		'delete_posts', 'delete_pages', 'delete_private_pages', 'delete_private_posts', 'delete_published_pages', 'delete_published_posts', 'delete_others_posts', 'delete_others_pages',
		'manage_categories', 'manage_links', 'moderate_comments', 'upload_files', 'export', 'import', 'list_users', 'edit_theme_options',
	);

	private const OF_A_TYPE = array(
		'edit_%s', 'read_%s', 'delete_%s',
		'edit_%ss', 'edit_others_%ss', 'publish_%ss', 'read_private_%ss', 'delete_%ss', 'delete_private_%ss', 'delete_published_%ss', 'delete_others_%ss', 'edit_private_%ss', 'edit_published_%ss',
		'manage_%s_terms', 'edit_%s_terms', 'delete_%s_terms', 'assign_%s_terms',
	);

	public static function create(): void {
		add_role( 'customer', 'Customer', array( 'read' => true ) );
		$levels = array_map( static fn( int $level ): string => "level_$level", range( 0, 9 ) );
		add_role( 'shop_manager', 'Shop manager', array_fill_keys( array( ...$levels, ...self::AS_EDITOR ), true ) );
		foreach ( self::of_the_shop() as $capability ) {
			wp_roles()->add_cap( 'shop_manager', $capability );
			wp_roles()->add_cap( 'administrator', $capability );
		}
	}

	/** @return list<string> */
	private static function of_the_shop(): array {
		$all = array( 'manage_woocommerce', 'create_customers', 'view_woocommerce_reports' );
		foreach ( array( 'product', 'shop_order', 'shop_coupon' ) as $type ) {
			foreach ( self::OF_A_TYPE as $pattern ) {
				$all[] = sprintf( $pattern, $type );
			}
		}
		return $all;
	}
}
