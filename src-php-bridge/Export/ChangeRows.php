<?php
/**
 * Changes as rows of a file.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Export;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Store\Change\ChangeFilter;
use KeyCrmStock\Store\Change\ChangeLog;
use KeyCrmStock\Text\ReasonText;
use KeyCrmStock\Value\Change\Change;

final class ChangeRows {

	private const ROWS_AT_A_TIME = 200;

	public function __construct(
		private readonly ChangeLog $log,
		private readonly ReasonText $reasons,
	) {}

	/** @return \Generator<int, list<string|int|float|null>> */
	public function rows( ChangeFilter $filter ): \Generator {
		yield array(
			__( 'Time (UTC)', 'stock-sync-for-keycrm' ),
			__( 'Run', 'stock-sync-for-keycrm' ),
			__( 'Product number', 'stock-sync-for-keycrm' ),
			__( 'Product', 'stock-sync-for-keycrm' ),
			__( 'SKU', 'stock-sync-for-keycrm' ),
			__( 'Before', 'stock-sync-for-keycrm' ),
			__( 'After', 'stock-sync-for-keycrm' ),
			__( 'Difference', 'stock-sync-for-keycrm' ),
			__( 'Outcome', 'stock-sync-for-keycrm' ),
			__( 'In KeyCRM', 'stock-sync-for-keycrm' ),
			__( 'Reserved', 'stock-sync-for-keycrm' ),
			__( 'Kept back', 'stock-sync-for-keycrm' ),
			__( 'Why', 'stock-sync-for-keycrm' ),
		);
		foreach ( $this->log->portions( $filter, self::ROWS_AT_A_TIME ) as $portion ) {
			foreach ( $portion as $change ) {
				yield $this->row( $change );
			}
		}
	}

	/** @return list<string|int|float|null> */
	private function row( Change $change ): array {
		$part = static fn ( string $name ): ?float => is_numeric( $change->parts[ $name ] ?? null ) ? (float) $change->parts[ $name ] : null;
		return array(
			(string) IsoTime::iso( $change->written_at ),
			$change->run_id,
			$change->product_id,
			$change->name,
			$change->sku,
			$change->before,
			$change->after,
			null === $change->before || null === $change->after ? null : $change->after - $change->before,
			$change->outcome->value,
			$part( 'quantity' ),
			$part( 'reserve' ),
			$part( 'buffer' ),
			$this->reasons->sentence( $change->outcome, $change->reason ),
		);
	}
}
