<?php
/**
 * Creates products in the shop as the product screen would. Code for Shop.php(): $products is set before
 * it, as in keycrm-server/seeds/shop-types.ts.
 */

assert( isset( $products ) );
$category_of = static function ( string $name ): int {
	$term = get_term_by( 'name', $name, 'product_cat' );
	return $term ? (int) $term->term_id : (int) wp_insert_term( $name, 'product_cat' )['term_id'];
};

$attributes_of = static function ( array $rows ): array {
	return array_map(
		static function ( array $row ): WC_Product_Attribute {
			$attribute = new WC_Product_Attribute();
			$attribute->set_name( $row['name'] );
			$attribute->set_options( $row['options'] );
			$attribute->set_visible( true );
			$attribute->set_variation( true );
			return $attribute;
		},
		$rows
	);
};

$stock_of = static fn ( array $row ): array => array(
	'sku'            => $row['sku'],
	'regular_price'  => (string) $row['price'],
	'manage_stock'   => $row['manage_stock'],
	'stock_quantity' => $row['stock'],
);

foreach ( $products as $row ) {
	$variable = 'variable' === $row['type'];
	$product  = $variable ? new WC_Product_Variable() : new WC_Product_Simple();
	$product->set_props(
		array(
			'name'         => $row['name'],
			'status'       => 'publish',
			'category_ids' => array( $category_of( $row['category'] ) ),
			'attributes'   => $attributes_of( $row['attributes'] ),
			...( $variable ? array_diff_key( $stock_of( $row ), array( 'regular_price' => 1 ) ) : $stock_of( $row ) ),
		)
	);
	$parent = $product->save();
	foreach ( $row['variations'] as $one ) {
		$variation = new WC_Product_Variation();
		$variation->set_props(
			array(
				'parent_id'  => $parent,
				'status'     => 'publish',
				'attributes' => array_combine(
					array_map( 'sanitize_title', array_column( $one['attributes'], 'name' ) ),
					array_column( $one['attributes'], 'value' )
				),
				...$stock_of( $one ),
			)
		);
		$variation->save();
	}
	$variable && WC_Product_Variable::sync( $parent );
}
return count( $products );
