<?php
/**
 * A change as a row of the table, and back.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Change;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Change\Change;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Stock\Side;
use KeyCrmStock\Value\Stock\Sku;

final class ChangeRow {

	public const COLUMNS = array( 'run_id', 'side', 'product_id', 'offer_id', 'sku', 'sku_key', 'name', 'words', 'before', 'after', 'outcome', 'reason', 'parts', 'planned_at', 'written_at', 'members' );

	public const PLACES = '(%d, %s, %d, %d, %s, %s, %s, %s, %s, %s, %s, %s, %s, %d, %d, %s)';

	private const SKU_LENGTH    = 255;
	private const NAME_LENGTH   = 200;
	private const WORDS_LENGTH  = 460;
	private const REASON_LENGTH = 500;

	/** The largest number that the column holds. The shop's own number may be larger. */
	private const LARGEST = 99_999_999_999_999.0;

	/** @return list<string|int|null> In the order of COLUMNS. */
	public static function from_change( Change $change ): array {
		$decimal = static fn ( ?float $number ): ?string => null === $number ? null : number_format( max( -self::LARGEST, min( self::LARGEST, $number ) ), 6, '.', '' );
		// Other plugins' texts may not be UTF-8, and the server would refuse the whole statement.
		$cut = static fn ( string $text, int $length ): string => mb_substr( mb_scrub( $text, 'UTF-8' ), 0, $length, 'UTF-8' );
		// Only a product without a counterpart is compared with similar SKUs.
		$is_lost = Outcome::NotInKeyCrm === $change->outcome && '' !== $change->sku;
		return array(
			$change->run_id,
			$change->side->value,
			$change->product_id,
			$change->offer_id,
			$cut( $change->sku, self::SKU_LENGTH ),
			$is_lost ? $cut( Sku::near_key( $change->sku ), self::SKU_LENGTH ) : '',
			$cut( $change->name, self::NAME_LENGTH ),
			// The text that a search scans. One column in lower case, compared byte by byte, is fast.
			// Some letters become two in lower case.
			$cut( mb_strtolower( $cut( $change->name, self::NAME_LENGTH ) . "\n" . $cut( $change->sku, self::SKU_LENGTH ), 'UTF-8' ), self::WORDS_LENGTH ),
			$decimal( $change->before ),
			$decimal( $change->after ),
			$change->outcome->value,
			mb_strlen( $change->reason, 'UTF-8' ) > self::REASON_LENGTH ? $cut( $change->reason, self::REASON_LENGTH - 1 ) . '…' : $cut( $change->reason, self::REASON_LENGTH ),
			null === $change->parts ? null : (string) wp_json_encode( $change->parts, JSON_UNESCAPED_UNICODE ),
			$change->planned_at,
			$change->written_at ?? 0,
			array() === $change->members ? null : (string) wp_json_encode( $change->members ),
		);
	}

	/**
	 * @param list<array<string, string|null>> $rows
	 * @return list<Change> Rows whose outcome only a newer version of the plugin knows are left out.
	 */
	public static function to_changes( array $rows ): array {
		return array_values( array_filter( array_map( self::to_change( ... ), $rows ) ) );
	}

	/** @param array<string, string|null> $row */
	private static function to_change( array $row ): ?Change {
		$outcome = Outcome::tryFrom( (string) $row['outcome'] );
		$side    = Side::tryFrom( (string) $row['side'] );
		if ( null === $outcome || null === $side ) {
			return null;
		}
		$number = static fn ( string $column ): ?float => isset( $row[ $column ] ) ? (float) $row[ $column ] : null;
		$parts   = json_decode( (string) $row['parts'], true );
		$members = json_decode( (string) $row['members'], true );
		return new Change(
			(int) $row['run_id'],
			(int) $row['product_id'],
			isset( $row['offer_id'] ) ? (int) $row['offer_id'] : null,
			(string) $row['sku'],
			(string) $row['name'],
			$number( 'before' ),
			$number( 'after' ),
			$outcome,
			(string) $row['reason'],
			is_array( $parts ) ? $parts : null,
			(int) $row['planned_at'],
			(int) $row['written_at'] > 0 ? (int) $row['written_at'] : null,
			(int) $row['id'],
			is_array( $members ) ? array_map( self::pair( ... ), $members ) : array(),
			$side
		);
	}

	/** @return array{float|null, float|null} */
	private static function pair( mixed $numbers ): array {
		$number = static fn ( int $at ): ?float => is_array( $numbers ) && is_numeric( $numbers[ $at ] ?? null ) ? (float) $numbers[ $at ] : null;
		return array( $number( 0 ), $number( 1 ) );
	}
}
