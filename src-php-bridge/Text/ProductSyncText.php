<?php
/**
 * What came of syncing one product, in words.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Change\SyncedProduct;
use KeyCrmStock\Value\Run\ProductSyncReport;

final class ProductSyncText {

	public function __construct( private readonly ReasonText $reasons ) {}

	/** A product without variations has one sentence, others have numbers. */
	public function summary( ProductSyncReport $report ): string {
		if ( array() === $report->products ) {
			return __( 'This product has no SKU, nor has a variation of it, so KeyCRM was not asked and nothing was changed. Enter the SKU that KeyCRM has for it.', 'stock-sync-for-keycrm' );
		}
		if ( 1 === count( $report->products ) ) {
			return $this->sentence( $report->products[0] );
		}
		$updated = $report->count( Outcome::Updated );
		$right   = $report->count( Outcome::Unchanged );
		$later   = $report->count_later();
		$parts   = array(
			/* translators: %s: how many variations. */
			sprintf( __( 'Stock changed: %s.', 'stock-sync-for-keycrm' ), number_format_i18n( $updated ) ),
			/* translators: %s: how many variations. */
			sprintf( __( 'In sync already: %s.', 'stock-sync-for-keycrm' ), number_format_i18n( $right ) ),
		);
		if ( $later > 0 ) {
			/* translators: %s: how many variations. */
			$parts[] = sprintf( __( 'Following by themselves within a few minutes: %s.', 'stock-sync-for-keycrm' ), number_format_i18n( $later ) );
		}
		$left = count( $report->products ) - $updated - $right - $later;
		if ( $left > 0 ) {
			/* translators: %s: how many variations. */
			$parts[] = sprintf( __( 'Left as they are: %s.', 'stock-sync-for-keycrm' ), number_format_i18n( $left ) );
		}
		return implode( ' ', $parts );
	}

	public function sentence( SyncedProduct $one ): string {
		return match ( true ) {
			$one->is_later => $this->later( $one ),
			Outcome::Updated === $one->outcome => $this->with_sum( $this->updated( $one ), $one ),
			Outcome::Unchanged === $one->outcome => $this->with_sum(
				/* translators: %s: a stock quantity. */
				sprintf( __( 'Stock was right already: %s. Nothing was changed.', 'stock-sync-for-keycrm' ), $this->number( $one->after ) ),
				$one
			),
			Outcome::NotInKeyCrm === $one->outcome => $this->unknown( $one ),
			Outcome::Excluded === $one->outcome => __( 'You have told the plugin to leave this product alone, so KeyCRM was not asked and nothing was changed. To sync it, take the mark away from the product or from its category.', 'stock-sync-for-keycrm' ),
			default => $this->reasons->sentence( $one->outcome, $one->reason ),
		};
	}

	private function updated( SyncedProduct $one ): string {
		return null === $one->before
			/* translators: %s: a stock quantity. */
			? sprintf( __( 'Stock is now %s; there was no stock quantity before.', 'stock-sync-for-keycrm' ), $this->number( $one->after ) )
			/* translators: 1: the new stock quantity, 2: the former one. */
			: sprintf( __( 'Stock is now %1$s (was %2$s).', 'stock-sync-for-keycrm' ), $this->number( $one->after ), $this->number( $one->before ) );
	}

	private function later( SyncedProduct $one ): string {
		if ( SyncedProduct::ON_ITS_WAY === $one->reason ) {
			/* translators: %s: the stock quantity in the shop. */
			return sprintf( __( 'The shop leads: its stock of %s goes to KeyCRM within a few seconds, if KeyCRM has another number. There is nothing to do.', 'stock-sync-for-keycrm' ), $this->number( $one->after ) );
		}
		return null === $one->parts
			? __( 'Two requests to KeyCRM have no room for all variations, and this one was not asked for. It follows by itself within a few minutes; there is nothing to do.', 'stock-sync-for-keycrm' )
			: sprintf(
				/* translators: 1: the stock quantity in the shop, 2: the higher one that KeyCRM has for sale. */
				__( 'Stock stays %1$s for the moment, and KeyCRM has %2$s for sale. Before a stock quantity rises, the shop’s orders are looked up in KeyCRM, and that takes more requests. It follows by itself within a few minutes; there is nothing to do.', 'stock-sync-for-keycrm' ),
				$this->number( $one->after ),
				$this->number( $one->parts->available )
			);
	}

	private function unknown( SyncedProduct $one ): string {
		return match ( $one->reason ) {
			'no_sku' => $this->reasons->sentence( $one->outcome, $one->reason ),
			SyncedProduct::NOT_ASKABLE => sprintf(
				/* translators: %s: an SKU. */
				__( 'KeyCRM cannot be asked for the SKU “%s” by itself (it has a comma, is very long, or belongs to many products there), so nothing was changed. A sync of the whole shop can find it.', 'stock-sync-for-keycrm' ),
				$one->sku
			),
			'not_listed', 'was_there' => sprintf(
				/* translators: 1: an SKU, 2: a stock quantity. */
				__( 'KeyCRM had a product with the SKU “%1$s” before and did not show it now, so the stock stays %2$s. If it was deleted, archived or renamed there, do the same here. The next sync of the whole shop asks again.', 'stock-sync-for-keycrm' ),
				$one->sku,
				$this->number( $one->after )
			),
			default => sprintf(
				/* translators: 1: an SKU, 2: a stock quantity. */
				__( 'KeyCRM has no product with the SKU “%1$s”, so the stock stays %2$s. Compare the spelling on both sides.', 'stock-sync-for-keycrm' ),
				$one->sku,
				$this->number( $one->after )
			),
		};
	}

	private function with_sum( string $sentence, SyncedProduct $one ): string {
		return null === $one->parts
			? $sentence
			/* translators: 1: a sentence, 2: a sum such as "10, −2 reserved = 8 for sale". */
			: sprintf( __( '%1$s In KeyCRM: %2$s.', 'stock-sync-for-keycrm' ), $sentence, AvailabilityText::sentence( $one->parts ) );
	}

	private function number( ?float $number ): string {
		return null === $number ? '—' : AvailabilityText::number( $number );
	}
}
