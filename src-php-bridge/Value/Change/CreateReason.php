<?php
/**
 * Why a product is not made on the other side, or how it was.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Change;

defined( 'ABSPATH' ) || exit;

/** Codes in the change log, from which Text\CreationText makes sentences. */
final class CreateReason {

	/** Planned, and not compared with KeyCRM yet. */
	public const UNCHECKED = 'create_unchecked';

	public const THERE       = 'create_there';
	public const ARCHIVED    = 'create_archived';
	public const NEAR_MISS   = 'create_near_miss';
	public const KIND        = 'create_kind';
	public const NOT_ASKABLE = 'create_not_askable';
	public const HINTED      = 'create_hinted';
	public const APART       = 'create_apart';
	public const NAME_TAKEN  = 'create_name_taken';
	public const SUFFIXED    = 'create_suffixed';
	public const NOT_SEEN    = 'create_not_seen';
	public const NO_ANSWER   = 'create_no_answer';

	/** Of products that the shop lacks. */
	public const SHOP_HAS_IT       = 'create_shop_has_it';
	public const GONE              = 'create_gone';
	public const ARCHIVED_THERE    = 'create_archived_there';
	public const NO_SKU_THERE      = 'create_no_sku_there';
	public const NEAR_MISS_HERE    = 'create_near_miss_here';
	public const SIBLING_HERE      = 'create_sibling_here';
	public const NO_STOCK          = 'create_no_stock';
	public const NOT_STORED        = 'create_not_stored';
	/** Followed by the words of WooCommerce or another plugin. */
	public const SHOP_REFUSED = 'create_shop_refused:';

	/** Followed by KeyCRM's own words. */
	public const REFUSED = 'create_refused:';
}
