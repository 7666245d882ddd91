/*
 * Many products with few statements, as WooCommerce would have saved them. Code for Shop.php(): $products
 * is set before it. Rows: sku, name, stock (null: not managed), parent (index of the variable product in
 * the list, or -1), type, price.
 */
global $wpdb;
$now    = current_time( 'mysql', true );
$next   = 1 + (int) $wpdb->get_var( "SELECT MAX(ID) FROM {$wpdb->posts}" );
$terms  = array();
foreach ( array( 'simple', 'variable' ) as $type ) {
	$terms[ $type ] = (int) ( get_term_by( 'slug', $type, 'product_type' )->term_taxonomy_id ?? 0 );
}
$insert = static function ( string $table, string $columns, array $rows ) use ( $wpdb ): void {
	foreach ( array_chunk( $rows, 500 ) as $chunk ) {
		if ( false === $wpdb->query( "INSERT INTO $table ($columns) VALUES " . implode( ',', $chunk ) ) ) {
			throw new RuntimeException( $wpdb->last_error );
		}
	}
};
$posts = $metas = $lookups = $relations = $ids = array();
foreach ( $products as $index => $product ) {
	$id            = $next + $index;
	$ids[ $index ] = $id;
	$variation     = $product['parent'] >= 0;
	$parent        = $variation ? $ids[ $product['parent'] ] : 0;
	$status        = null === $product['stock'] || $product['stock'] > 0 ? 'instock' : 'outofstock';
	$posts[]       = $wpdb->prepare(
		"(%d, 1, %s, %s, %s, %s, '', %s, '', 'publish', 'closed', 'closed', %s, '', '', '', %d, %s)",
		$id, $now, $now, $now, $now, $product['name'], 'product-' . $id, $parent, $variation ? 'product_variation' : 'product'
	);
	$meta = array(
		'_sku'          => $product['sku'],
		'_manage_stock' => null === $product['stock'] ? 'no' : 'yes',
		'_stock'        => $product['stock'],
		'_stock_status' => $status,
		'_backorders'   => 'no',
		'_price'        => (string) $product['price'],
		'_regular_price' => (string) $product['price'],
	);
	foreach ( $meta as $key => $value ) {
		$metas[] = null === $value
			? $wpdb->prepare( '(%d, %s, NULL)', $id, $key )
			: $wpdb->prepare( '(%d, %s, %s)', $id, $key, (string) $value );
	}
	$lookups[] = $wpdb->prepare(
		'(%d, %s, 0, 0, %f, %f, 0, ' . ( null === $product['stock'] ? 'NULL' : (float) $product['stock'] ) . ', %s, 0, 0, 0)',
		$id, $product['sku'], $product['price'], $product['price'], $status
	);
	if ( ! $variation ) {
		$relations[] = sprintf( '(%d, %d, 0)', $id, $terms[ $product['type'] ] );
	}
}
$insert( $wpdb->posts, 'ID, post_author, post_date, post_date_gmt, post_modified, post_modified_gmt, post_content, post_title, post_excerpt, post_status, comment_status, ping_status, post_name, to_ping, pinged, post_content_filtered, post_parent, post_type', $posts );
$insert( $wpdb->postmeta, 'post_id, meta_key, meta_value', $metas );
$insert( $wpdb->prefix . 'wc_product_meta_lookup', 'product_id, sku, `virtual`, downloadable, min_price, max_price, onsale, stock_quantity, stock_status, rating_count, average_rating, total_sales', $lookups );
$insert( $wpdb->term_relationships, 'object_id, term_taxonomy_id, term_order', $relations );
wp_cache_flush();
return $ids;
