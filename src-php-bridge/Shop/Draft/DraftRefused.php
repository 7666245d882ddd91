<?php
/**
 * A draft could not be made; nothing of it was stored.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Shop\Draft;

defined( 'ABSPATH' ) || exit;

final class DraftRefused extends \RuntimeException {

	/** Codes; anything else is the technical message of WooCommerce or another plugin. */
	public const SKU_TAKEN  = 'sku_taken';
	public const NOT_STORED = 'not_stored';
}
