<?php
/**
 * The envelope of KeyCRM's lists: pages and totals around the rows.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\KeyCrm\Client;

defined( 'ABSPATH' ) || exit;

use stdClass;

/**
 * The paginator of keycrm-server/API.md §3.3. `next_page_url` and `links` are ignored, because we build the
 * address from the page number. `total` and `per_page` are required, because without them we could not tell
 * whether a read was complete.
 */
final class ListEnvelope {

	/** @param list<mixed> $rows */
	private function __construct(
		public readonly int $page,
		public readonly int $last_page,
		public readonly int $total,
		public readonly int $per_page,
		public readonly array $rows,
	) {}

	/**
	 * @param stdClass $answer As decoded.
	 * @param int      $page   The page that was asked for.
	 * @throws ApiException Not_json, where this is not the promised page.
	 */
	public static function open( stdClass $answer, int $page ): self {
		$rows = $answer->data ?? null;
		if ( ! is_array( $rows ) ) {
			throw self::broken( 'data', 'a list', $rows );
		}
		if ( JsonNumber::whole( $answer->current_page ?? null, 1 ) !== $page ) {
			throw self::broken( 'current_page', (string) $page, $answer->current_page ?? null );
		}
		$total    = self::count_of( $answer, 'total', 0 );
		$per_page = self::count_of( $answer, 'per_page', 1 );
		// Absent from KeyCRM's own description, present in every capture (§3.3).
		$last_page = isset( $answer->last_page )
			? self::count_of( $answer, 'last_page', 1 )
			: max( 1, (int) ceil( $total / $per_page ) );
		if ( array() === $rows && $total > ( $page - 1 ) * $per_page ) {
			throw self::broken( 'data', 'rows', $rows );
		}
		// Pages beyond the end are empty. A wrong last_page must not make us read on for ever.
		return new self( $page, array() === $rows ? min( $page, $last_page ) : $last_page, $total, $per_page, array_values( $rows ) );
	}

	/** An exception that names the field and shows at most a number or a short text of it. */
	public static function broken( string $field, string $wanted, mixed $found ): ApiException {
		$shown = is_scalar( $found ) ? mb_substr( (string) wp_json_encode( $found ), 0, 40, 'UTF-8' ) : get_debug_type( $found );
		return ApiException::not_json( sprintf( '%s: %s expected, %s found', $field, $wanted, is_array( $found ) && ! $found ? 'none' : $shown ) );
	}

	private static function count_of( stdClass $answer, string $field, int $least ): int {
		$value = $answer->{$field} ?? null;
		return JsonNumber::whole( $value, $least ) ?? throw self::broken( $field, 'a whole number', $value );
	}
}
