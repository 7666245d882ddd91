<?php
/**
 * Properties of a product that are only stored.
 */

declare(strict_types=1);

namespace WooStandIn\Products;

final class PlainValues {
	/** @var array<string, string> How they are cleaned. */
	public const ALL = array(
		'slug'               => 'text',
		'featured'           => 'flag',
		'description'        => 'text',
		'short_description'  => 'text',
		'global_unique_id'   => 'text',
		'menu_order'         => 'integer',
		'post_password'      => 'text',
		'reviews_allowed'    => 'flag',
		'category_ids'       => 'ids',
		'tag_ids'            => 'ids',
		'brand_ids'          => 'ids',
		'date_on_sale_from'  => 'date',
		'date_on_sale_to'    => 'date',
		'total_sales'        => 'id',
		'sold_individually'  => 'flag',
		'weight'             => 'amount',
		'length'             => 'amount',
		'width'              => 'amount',
		'height'             => 'amount',
		'upsell_ids'         => 'list',
		'cross_sell_ids'     => 'list',
		'purchase_note'      => 'text',
		'default_attributes' => 'list',
		'virtual'            => 'flag',
		'downloadable'       => 'flag',
		'shipping_class_id'  => 'id',
		'image_id'           => 'text',
		'gallery_image_ids'  => 'ids',
		'download_limit'     => 'limit',
		'download_expiry'    => 'limit',
		'average_rating'     => 'amount',
		'rating_counts'      => 'list',
		'review_count'       => 'id',
		'attribute_summary'  => 'text',
	);
}
