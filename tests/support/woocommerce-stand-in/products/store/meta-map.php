<?php
/**
 * The meta key of each property of a product, in WooCommerce's order of writing.
 */

declare(strict_types=1);

namespace WooStandIn\Products\Store;

final class MetaMap {
	public const WRITTEN = array(
		'_sku'                   => 'sku',
		'_global_unique_id'      => 'global_unique_id',
		'_regular_price'         => 'regular_price',
		'_sale_price'            => 'sale_price',
		'_sale_price_dates_from' => 'date_on_sale_from',
		'_sale_price_dates_to'   => 'date_on_sale_to',
		'total_sales'            => 'total_sales',
		'_tax_status'            => 'tax_status',
		'_tax_class'             => 'tax_class',
		'_manage_stock'          => 'manage_stock',
		'_backorders'            => 'backorders',
		'_low_stock_amount'      => 'low_stock_amount',
		'_sold_individually'     => 'sold_individually',
		'_weight'                => 'weight',
		'_length'                => 'length',
		'_width'                 => 'width',
		'_height'                => 'height',
		'_upsell_ids'            => 'upsell_ids',
		'_crosssell_ids'         => 'cross_sell_ids',
		'_purchase_note'         => 'purchase_note',
		'_default_attributes'    => 'default_attributes',
		'_virtual'               => 'virtual',
		'_downloadable'          => 'downloadable',
		'_product_image_gallery' => 'gallery_image_ids',
		'_download_limit'        => 'download_limit',
		'_download_expiry'       => 'download_expiry',
		'_thumbnail_id'          => 'image_id',
		'_stock'                 => 'stock_quantity',
		'_stock_status'          => 'stock_status',
		'_wc_average_rating'     => 'average_rating',
		'_wc_rating_count'       => 'rating_counts',
		'_wc_review_count'       => 'review_count',
	);

	/** The price is computed when the product is written, so it is only read. */
	public const READ = self::WRITTEN + array( '_price' => 'price' );

	/** A variation reads fewer rows, because its parent has the others. */
	public const OF_VARIATION = array(
		'_variation_description' => 'description',
		'_sku'                   => 'sku',
		'_global_unique_id'      => 'global_unique_id',
		'_regular_price'         => 'regular_price',
		'_sale_price'            => 'sale_price',
		'_sale_price_dates_from' => 'date_on_sale_from',
		'_sale_price_dates_to'   => 'date_on_sale_to',
		'_manage_stock'          => 'manage_stock',
		'_stock_status'          => 'stock_status',
		'_stock'                 => 'stock_quantity',
		'_backorders'            => 'backorders',
		'_low_stock_amount'      => 'low_stock_amount',
		'_virtual'               => 'virtual',
		'_downloadable'          => 'downloadable',
		'_download_limit'        => 'download_limit',
		'_download_expiry'       => 'download_expiry',
		'_weight'                => 'weight',
		'_length'                => 'length',
		'_width'                 => 'width',
		'_height'                => 'height',
		'_tax_class'             => 'tax_class',
		'_product_image_gallery' => 'gallery_image_ids',
	);

	/** The parent's values that a variation reads. */
	public const OF_PARENT = array(
		'_sku'               => 'sku',
		'_manage_stock'      => 'manage_stock',
		'_backorders'        => 'backorders',
		'_stock'             => 'stock_quantity',
		'_weight'            => 'weight',
		'_length'            => 'length',
		'_width'             => 'width',
		'_height'            => 'height',
		'_tax_class'         => 'tax_class',
		'_purchase_note'     => 'purchase_note',
		'_sold_individually' => 'sold_individually',
		'_tax_status'        => 'tax_status',
		'_crosssell_ids'     => 'cross_sell_ids',
	);

	/** Values that are also in the lookup table. */
	public const LOOKED_UP = array( 'sku', 'global_unique_id', 'regular_price', 'sale_price', 'date_on_sale_from', 'date_on_sale_to', 'total_sales', 'average_rating', 'stock_quantity', 'stock_status', 'manage_stock', 'downloadable', 'virtual', 'tax_status', 'tax_class' );

	/** @return array<string, mixed> Values by name; null where there is no row. */
	public static function read( int $id, array $map ): array {
		$rows   = (array) get_post_meta( $id );
		$values = array();
		foreach ( $map as $key => $prop ) {
			$values[ $prop ] = maybe_unserialize( $rows[ $key ][0] ?? null );
		}
		return $values;
	}
}
