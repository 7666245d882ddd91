<?php
/**
 * How a product's number comes about, in words.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Text;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Stock\Availability;
use KeyCrmStock\Value\Stock\Buffer;
use KeyCrmStock\Value\Stock\BufferSource;
use KeyCrmStock\Value\Stock\LimitKind;
use KeyCrmStock\Value\Stock\OpenOrderQuantity;
use KeyCrmStock\Value\Stock\WarehouseDeduction;

/**
 * "98 + 35 in 2 warehouses, −11 reserved, −1 buffer = 121 for sale". Plain text, to be escaped where it
 * is printed. sentence() of src-admin/features/formula/sum-sentence.ts says the same on the screen; tests/support/sentence-table.ts
 * holds the two together.
 */
final class AvailabilityText {

	private const SAME = 0.000001;

	/** As many as the screen shows. */
	private const DECIMALS = 4;

	public static function sentence( Availability $parts ): string {
		$summands = array( self::stock( $parts ) );
		if ( 0.0 !== $parts->reserve ) {
			/* translators: %s: a number of units with its sign, e.g. −3. */
			$summands[] = sprintf( __( '%s reserved', 'stock-sync-for-keycrm' ), self::less( $parts->reserve ) );
		}
		array_push( $summands, ...array_map( self::cut( ... ), $parts->cuts ) );
		if ( 0.0 !== $parts->held->quantity ) {
			$summands[] = self::held( $parts->held );
		}
		if ( 0 !== $parts->buffer->pieces ) {
			$summands[] = self::buffer( $parts->buffer );
		}
		$said = implode( ', ', $summands );
		return self::number( $parts->exact ) === $said ? self::result( $parts ) : $said . ' = ' . self::result( $parts );
	}

	/** Without rows of warehouses, only the product's total can be shown. */
	private static function stock( Availability $parts ): string {
		$quantities = array_column( $parts->warehouses, 'quantity' );
		if ( array() === $quantities || abs( array_sum( $quantities ) - $parts->quantity ) > self::SAME ) {
			return self::number( $parts->quantity );
		}
		$count   = count( $quantities );
		$numbers = implode( ' + ', array_map( self::number( ... ), $quantities ) );
		if ( 1 === $count ) {
			/* translators: 1: number of pieces, 2: name of a warehouse. */
			return '' === $parts->warehouses[0]->name ? $numbers : sprintf( __( '%1$s in %2$s', 'stock-sync-for-keycrm' ), $numbers, $parts->warehouses[0]->name );
		}
		/* translators: 1: numbers of pieces such as 98 + 35, 2: how many warehouses. */
		return sprintf( _n( '%1$s in %2$s warehouse', '%1$s in %2$s warehouses', $count, 'stock-sync-for-keycrm' ), $numbers, self::number( (float) $count ) );
	}

	private static function cut( WarehouseDeduction $cut ): string {
		$text = LimitKind::Share === $cut->kind
			/* translators: 1: number of units with its sign, e.g. −3, 2: name of a warehouse, 3: a number such as 50. */
			? __( '%1$s not offered from %2$s (only %3$s%% of it)', 'stock-sync-for-keycrm' )
			/* translators: 1: number of units with its sign, e.g. −3, 2: name of a warehouse, 3: number of units. */
			: __( '%1$s not offered from %2$s (at most %3$s)', 'stock-sync-for-keycrm' );
		return sprintf( $text, self::less( $cut->quantity ), $cut->name, self::number( (float) $cut->amount ) );
	}

	private static function held( OpenOrderQuantity $held ): string {
		$orders = array_map( static fn ( array $order ): string => '#' . $order['id'], $held->orders );
		if ( $held->quantity - array_sum( array_column( $held->orders, 'quantity' ) ) > self::SAME ) {
			$orders[] = '…';
		}
		/* translators: 1: number of units with its sign, e.g. −3, 2: order numbers such as #1042. */
		return sprintf( __( '%1$s in orders KeyCRM does not hold yet (%2$s)', 'stock-sync-for-keycrm' ), self::less( $held->quantity ), implode( ', ', $orders ) );
	}

	private static function buffer( Buffer $buffer ): string {
		$text = match ( $buffer->from ) {
			/* translators: %s: a number of units with its sign, e.g. −3. */
			BufferSource::Shop => __( '%s buffer', 'stock-sync-for-keycrm' ),
			/* translators: %s: a number of units with its sign, e.g. −3. */
			BufferSource::Category => __( '%s buffer of its category', 'stock-sync-for-keycrm' ),
			/* translators: %s: a number of units with its sign, e.g. −3. */
			BufferSource::Product => __( '%s buffer of this product', 'stock-sync-for-keycrm' ),
		};
		return sprintf( $text, self::less( (float) $buffer->pieces ) );
	}

	private static function result( Availability $parts ): string {
		if ( $parts->exact < 0 && 0.0 === $parts->available ) {
			/* translators: %s: a number below 0. */
			return sprintf( __( '%s, so 0 for sale', 'stock-sync-for-keycrm' ), self::number( $parts->exact ) );
		}
		if ( $parts->exact !== $parts->available ) {
			/* translators: 1: a number such as 12.5, 2: the whole number below it. */
			return sprintf( __( '%1$s, rounded down to %2$s for sale', 'stock-sync-for-keycrm' ), self::number( $parts->exact ), self::number( $parts->available ) );
		}
		/* translators: %s: a number of pieces. */
		return sprintf( __( '%s for sale', 'stock-sync-for-keycrm' ), self::number( $parts->available ) );
	}

	/** In the person's language, without zeros at the end, and with a real minus. */
	public static function number( float $number ): string {
		$fraction = explode( '.', number_format( abs( $number ), self::DECIMALS, '.', '' ) )[1] ?? '';
		return ( $number < 0 ? '−' : '' ) . number_format_i18n( abs( $number ), strlen( rtrim( $fraction, '0' ) ) );
	}

	/** A subtracted number: “−3”. Subtracting a negative number adds: “+3”. */
	private static function less( float $number ): string {
		return ( $number < 0 ? '+' : '−' ) . self::number( abs( $number ) );
	}
}
