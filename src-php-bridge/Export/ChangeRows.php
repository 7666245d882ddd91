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
use KeyCrmStock\Value\Change\PendingProduct;

final class ChangeRows {

	private const ROWS_AT_A_TIME = 200;

	public function __construct(
		private readonly ChangeLog $log,
		private readonly ReasonText $reasons,
	) {}

	/** @return \Generator<int, list<string|int|float|null>> The first holds the names of the columns. */
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
		foreach ( $this->each( $filter ) as $row ) {
			yield array_values( $row );
		}
	}

	/** @return \Generator<int, array<string, string|int|float|null>> Keyed as row() does. */
	public function each( ChangeFilter $filter ): \Generator {
		foreach ( $this->log->portions( $filter, self::ROWS_AT_A_TIME ) as $portion ) {
			foreach ( $portion as $change ) {
				yield $this->row( $change );
			}
		}
	}

	/** @return array<string, string|int|float|null> Keyed by names that programs read; the order is the file's. */
	public function row( Change $change ): array {
		$part = static fn ( string $name ): ?float => is_numeric( $change->parts[ $name ] ?? null ) ? (float) $change->parts[ $name ] : null;
		return array(
			'time'       => (string) IsoTime::iso( $change->written_at ),
			'run'        => $change->run_id,
			'product'    => PendingProduct::shown( $change->product_id ),
			'name'       => $change->name,
			'sku'        => $change->sku,
			'before'     => $change->before,
			'after'      => $change->after,
			'difference' => null === $change->before || null === $change->after ? null : $change->after - $change->before,
			'outcome'    => $change->outcome->value,
			'quantity'   => $part( 'quantity' ),
			'reserve'    => $part( 'reserve' ),
			'buffer'     => $part( 'buffer' ),
			'reason'     => $this->reasons->sentence( $change->outcome, $change->reason ),
		);
	}
}
