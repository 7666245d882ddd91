<?php
/**
 * What refreshes have taken away of late.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Change;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Value\Change\Outcome;
use KeyCrmStock\Value\Run\GuardReport;
use KeyCrmStock\Value\Run\RunMode;
use KeyCrmStock\Value\Stock\Side;

final class RecentLosses {

	public function __construct( private readonly Database $database ) {}

	/**
	 * The sum of what refreshes have written to this side since then. What a person has confirmed is left out.
	 *
	 * @param int $since_ms Unix milliseconds.
	 */
	public function since( int $since_ms, Side $side ): GuardReport {
		$changes = $this->database->table( 'changes' );
		$runs    = $this->database->table( 'runs' );
		$above   = static fn ( string $column ): string => "CASE WHEN changed.`$column` > 0 THEN changed.`$column` ELSE 0 END";
		$row     = $this->database->rows(
			"SELECT COUNT(DISTINCT changed.product_id) AS changed_products,
				COUNT(DISTINCT CASE WHEN changed.`before` > 0 AND changed.`after` <= 0 THEN changed.product_id END) AS zeroed,
				COALESCE(SUM({$above( 'before' )}), 0) AS units_before, COALESCE(SUM({$above( 'after' )}), 0) AS units_after
			FROM $changes changed JOIN $runs run ON run.id = changed.run_id
			WHERE changed.side = %s AND changed.written_at >= %d AND changed.outcome = %s AND run.lane = %s AND run.mode = %s AND run.confirmed IS NULL",
			array( $side->value, $since_ms, Outcome::Updated->value, RunTable::REFRESH, RunMode::Refresh->value )
		)[0] ?? array();
		return new GuardReport( array(), (int) ( $row['changed_products'] ?? 0 ), (int) ( $row['zeroed'] ?? 0 ), 0, (int) ( $row['zeroed'] ?? 0 ), (float) ( $row['units_before'] ?? 0 ), (float) ( $row['units_after'] ?? 0 ), 0, 0, -1 );
	}
}
