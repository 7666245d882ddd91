<?php
/**
 * The rows, transients and cache groups of a recording's named ids.
 */

final class StandInRows {
	/** Ids begin here, so that an id is never equal to a quantity. */
	public const FIRST_ID = 700000;

	private const LONG_AGO = '2001-02-03 04:05:06';

	/** Actions that are not about stock: e-mails, totals, taxes, reports, and intermediate saves of an order. */
	private const LEFT_OUT = '/^woocommerce_(product_read$|product_attributes_lookup|analytics_|admin_|email|emogrifier|shipping_|load_shipping|grant_product_download|.*_template_part$|.*_notification$|.*_downloadable_permissions$|order_(refund_)?object_updated_props|order_(item_)?(before|after)_calculate|order_item_meta_|order_note_added|(before|after)_order(_item|_refund)?_object_save|(new|update)_order_item$|update_order(_refund)?$|deleted?_order_items|delete_shop_order_transients|create_refund$|new_order_note)/';

	/** @var array<int, array<string, string>> Cache prefixes by id before the step. */
	private array $prefixes = array();

	private int $last_action_id = 0;

	/** @param list<mixed> $args */
	public static function is_kept( string $hook, array $args ): bool {
		if ( 'clean_post_cache' === $hook ) {
			return in_array( $args[1]->post_type, array( 'product', 'product_variation' ), true );
		}
		return str_starts_with( $hook, 'woocommerce_' ) && ! preg_match( self::LEFT_OUT, $hook );
	}

	/**
	 * Empties the shop and chooses where orders are kept. Posts and order items made from now on have ids
	 * that cannot be quantities.
	 */
	public static function start( string $order_storage ): void {
		global $wpdb;
		add_filter( 'pre_wp_mail', '__return_true' );
		foreach ( array_keys( $GLOBALS['wp_filter'] ) as $hook ) {
			if ( str_ends_with( $hook, '_notification' ) ) {
				remove_all_actions( $hook ); // E-mails: the stand-in sends none.
			}
		}
		self::sweep();
		update_option( 'woocommerce_custom_orders_table_enabled', 'tables' === $order_storage ? 'yes' : 'no' );
		self::sweep();
		if ( ! get_post( self::FIRST_ID ) ) {
			wp_insert_post( array( 'import_id' => self::FIRST_ID, 'post_title' => 'ids begin here', 'post_type' => 'page', 'post_status' => 'draft' ) );
			$wpdb->insert( $wpdb->prefix . 'woocommerce_order_items', array( 'order_item_id' => self::FIRST_ID, 'order_item_name' => 'ids begin here', 'order_id' => 0 ) );
		}
	}

	private static function sweep(): void {
		global $wpdb;
		$statuses = array_merge( array_keys( wc_get_order_statuses() ), array( 'trash' ) );
		foreach ( wc_get_orders( array( 'limit' => -1, 'return' => 'ids', 'type' => 'shop_order', 'status' => $statuses ) ) as $order_id ) {
			wc_get_order( $order_id )->delete( true );
		}
		foreach ( $wpdb->get_col( "SELECT ID FROM {$wpdb->posts} WHERE post_type IN ( 'product', 'product_variation' )" ) as $post_id ) {
			wp_delete_post( (int) $post_id, true );
		}
		WC_Post_Data::do_deferred_product_sync();
	}

	/**
	 * Sets old values, so that the recording shows which of them a step clears.
	 *
	 * @param list<int> $ids
	 */
	public function arm( array $ids ): void {
		global $wpdb;
		set_transient( 'product-transient-version', 'old' );
		set_transient( 'product_query-transient-version', 'old' );
		foreach ( array( 'wc_outofstock_count', 'wc_low_stock_count', 'wc_products_onsale' ) as $name ) {
			set_transient( $name, 'old' );
		}
		foreach ( $ids as $id ) {
			if ( ! in_array( get_post_type( $id ), array( 'product', 'product_variation' ), true ) ) {
				continue;
			}
			set_transient( 'wc_related_' . $id, 'old' );
			$this->prefixes[ $id ] = array(
				'product' => WC_Cache_Helper::get_cache_prefix( 'product_' . $id ),
				'object'  => WC_Cache_Helper::get_cache_prefix( 'object_' . $id ),
			);
			$wpdb->update( $wpdb->posts, array( 'post_modified' => self::LONG_AGO, 'post_modified_gmt' => self::LONG_AGO ), array( 'ID' => $id ) );
		}
		$this->last_action_id = (int) $wpdb->get_var( "SELECT MAX(action_id) FROM {$wpdb->prefix}actionscheduler_actions" );
	}

	/**
	 * @param array<int, string> $names
	 * @return array<string, mixed>
	 */
	public function all( array $names ): array {
		$found = array( 'stale' => $this->stale( $names ) );
		foreach ( $names as $id => $name ) {
			$found[ $name ] = str_starts_with( $name, 'item' ) ? $this->item( $id ) : $this->thing( $id, $names );
		}
		$found['queued'] = $this->queued( $names );
		return array_filter( $found, static fn( mixed $part ): bool => array() !== $part );
	}

	/**
	 * @param array<int, string> $names
	 * @return list<string> Transients and cache groups that the step has cleared.
	 */
	private function stale( array $names ): array {
		$stale = array();
		foreach ( array( 'product-transient-version', 'product_query-transient-version', 'wc_outofstock_count', 'wc_low_stock_count', 'wc_products_onsale' ) as $transient ) {
			$stale[] = 'old' === get_transient( $transient ) ? '' : $transient;
		}
		foreach ( array_intersect_key( $names, $this->prefixes ) as $id => $name ) {
			$stale[] = 'old' === get_transient( 'wc_related_' . $id ) ? '' : 'transients of ' . $name;
			foreach ( $this->prefixes[ $id ] as $group => $prefix ) {
				$stale[] = WC_Cache_Helper::get_cache_prefix( $group . '_' . $id ) === $prefix ? '' : 'cache group ' . $group . ' of ' . $name;
			}
		}
		return array_values( array_filter( $stale ) );
	}

	/**
	 * @param array<int, string> $names
	 * @return array<string, mixed>
	 */
	private function thing( int $id, array $names ): array {
		global $wpdb;
		$post = $wpdb->get_row( $wpdb->prepare( "SELECT * FROM {$wpdb->posts} WHERE ID = %d", $id ), ARRAY_A );
		if ( null === $post ) {
			return array( 'post' => 'none', 'lookup' => $this->lookup( $id ) );
		}
		if ( str_starts_with( $post['post_type'], 'shop_order' ) ) {
			return StandInTables::order( $id, $post['post_status'], $names );
		}
		$row = array_intersect_key( $post, array_flip( array( 'post_type', 'post_status', 'post_excerpt', 'comment_status', 'menu_order' ) ) );
		return array_filter(
			array(
				'post'   => $row + array(
					'title'    => $post['post_title'],
					'parent'   => $names[ (int) $post['post_parent'] ] ?? (int) $post['post_parent'],
					'modified' => self::LONG_AGO === $post['post_modified_gmt'] ? 'no' : 'yes',
				),
				'meta'   => StandInTables::meta( $wpdb->postmeta, 'post_id', $id, $names ),
				'terms'  => $this->terms( $id ),
				'lookup' => $this->lookup( $id ),
			),
			static fn( array $part ): bool => array() !== $part
		);
	}

	/** @return array<string, mixed> */
	private function item( int $id ): array {
		global $wpdb;
		return array_intersect_key( StandInTables::meta( $wpdb->prefix . 'woocommerce_order_itemmeta', 'order_item_id', $id, array() ), StandInTables::OF_ITEMS );
	}

	/** @return array<string, list<string>> Terms by taxonomy, in alphabetical order. */
	private function terms( int $id ): array {
		global $wpdb;
		$terms = array();
		$sql   = "SELECT tt.taxonomy, t.name FROM {$wpdb->term_relationships} r JOIN {$wpdb->term_taxonomy} tt ON tt.term_taxonomy_id = r.term_taxonomy_id JOIN {$wpdb->terms} t ON t.term_id = tt.term_id WHERE r.object_id = %d ORDER BY tt.taxonomy, t.name";
		foreach ( $wpdb->get_results( $wpdb->prepare( $sql, $id ) ) as $row ) {
			$terms[ $row->taxonomy ][] = $row->name;
		}
		return $terms;
	}

	/** @return array<string, mixed> */
	private function lookup( int $id ): array {
		global $wpdb;
		$row = $wpdb->get_row( $wpdb->prepare( "SELECT * FROM {$wpdb->prefix}wc_product_meta_lookup WHERE product_id = %d", $id ), ARRAY_A ) ?? array();
		unset( $row['product_id'] );
		// Databases differ in how they print a decimal column.
		foreach ( array( 'min_price', 'max_price', 'average_rating', 'stock_quantity' ) as $number ) {
			$row = isset( $row[ $number ] ) ? array_merge( $row, array( $number => (float) $row[ $number ] ) ) : $row;
		}
		return $row;
	}

	/**
	 * @param array<int, string> $names
	 * @return list<string> Actions queued during the step.
	 */
	private function queued( array $names ): array {
		global $wpdb;
		$queued = array();
		$sql    = "SELECT a.hook, a.args, a.status, g.slug FROM {$wpdb->prefix}actionscheduler_actions a LEFT JOIN {$wpdb->prefix}actionscheduler_groups g ON g.group_id = a.group_id WHERE a.action_id > %d AND ( a.hook LIKE %s OR a.hook LIKE %s ) ORDER BY a.action_id";
		foreach ( $wpdb->get_results( $wpdb->prepare( $sql, $this->last_action_id, 'stand\_in%', 'woocommerce\_run\_product\_attribute%' ) ) as $row ) {
			$args     = preg_replace_callback( '/\d{6,}/', static fn( array $id ): string => $names[ (int) $id[0] ] ?? '?', $row->args );
			$queued[] = "{$row->hook} {$args} {$row->status} {$row->slug}";
		}
		return $queued;
	}
}
