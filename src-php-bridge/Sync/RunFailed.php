<?php
/**
 * A run cannot go on, and the owner is told why.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\RunError;

final class RunFailed extends \RuntimeException {

	public function __construct( public readonly RunError $error ) {
		parent::__construct( $error->message );
	}

	public static function empty_catalogue(): self {
		return new self(
			new RunError(
				'empty_catalogue',
				__( 'KeyCRM answered, but its list of products is empty. Nothing in the shop was changed.', 'stock-sync-for-keycrm' ),
				__( 'Check that the API key belongs to the KeyCRM account that holds your products.', 'stock-sync-for-keycrm' )
			)
		);
	}

	/** Pages of KeyCRM's list did not fit together in several tries. */
	public static function list_kept_moving( string $details ): self {
		return new self(
			new RunError(
				'list_kept_moving',
				__( 'KeyCRM’s list of products kept changing while it was read, so it was never seen whole. Nothing in the shop was changed.', 'stock-sync-for-keycrm' ),
				__( 'This often happens while products are being imported into KeyCRM. Try again when that is finished; the schedule tries again by itself.', 'stock-sync-for-keycrm' ),
				$details
			)
		);
	}

	/** @param list<int> $ids */
	public static function warehouse_vanished( array $ids ): self {
		return new self(
			new RunError(
				'warehouse_vanished',
				sprintf(
					/* translators: %s: one or more warehouse numbers */
					__( 'A warehouse that you chose holds no product in KeyCRM any more (number %s). It may have been deleted. Nothing in the shop was changed.', 'stock-sync-for-keycrm' ),
					implode( ', ', $ids )
				),
				__( 'Open Settings → What may be sold and choose the warehouses again.', 'stock-sync-for-keycrm' )
			)
		);
	}

	public static function shop_does_not_manage_stock(): self {
		return new self(
			new RunError(
				'shop_does_not_manage_stock',
				__( 'WooCommerce’s stock management is switched off for the whole shop, so no product has a number that could be kept right. Nothing was changed.', 'stock-sync-for-keycrm' ),
				__( 'Switch on “Enable stock management” under WooCommerce → Settings → Products → Inventory, then sync again.', 'stock-sync-for-keycrm' )
			)
		);
	}

	public static function no_key(): self {
		return new self(
			new RunError(
				'no_key',
				__( 'There is no KeyCRM API key, so stock cannot be read. Stock in the shop stays as it is.', 'stock-sync-for-keycrm' ),
				__( 'Paste the key under Settings → Connection.', 'stock-sync-for-keycrm' )
			)
		);
	}

	public static function unexpected( \Throwable $cause ): self {
		return new self(
			new RunError(
				'unexpected',
				__( 'Something went wrong inside the shop, and the sync stopped. Products that were already updated keep their right number; the others stay as they were.', 'stock-sync-for-keycrm' ),
				__( 'Try again. If it happens again, send the technical details to your developer or to the plugin’s support.', 'stock-sync-for-keycrm' ),
				sprintf( '%s: %s (%s:%d)', get_class( $cause ), $cause->getMessage(), basename( $cause->getFile() ), $cause->getLine() )
			)
		);
	}
}
