<?php
/**
 * A filter on changes as a condition in SQL.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Change;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Value\Change\ChangeDirection;

final class ChangeWhere {

	/** @var list<string> */
	private array $conditions = array();

	/** @var list<string|int> */
	private array $values = array();

	public function __construct( ChangeFilter $filter, private readonly Database $database ) {
		// For all runs the list is a log, so what a run only planned or looked at is left out.
		$time = 0 === $filter->run_id ? 'written_at' : 'CASE WHEN written_at > 0 THEN written_at ELSE planned_at END';
		0 === $filter->run_id ? $this->and( 'written_at > 0' ) : $this->and( 'run_id = %d', $filter->run_id );
		if ( $filter->product_id > 0 ) {
			$this->and( 'product_id = %d', $filter->product_id );
		}
		if ( '' !== $filter->sku ) {
			$this->and( 'sku = %s', $filter->sku );
		}
		if ( null !== $filter->side ) {
			$this->and( 'side = %s', $filter->side->value );
		}
		if ( null !== $filter->outcome ) {
			$this->and( 'outcome = %s', $filter->outcome->value );
		}
		if ( null !== $filter->from_ms ) {
			$this->and( "$time >= %d", $filter->from_ms );
		}
		if ( null !== $filter->until_ms ) {
			$this->and( "$time < %d", $filter->until_ms );
		}
		$this->toward( $filter->direction );
		$this->containing( $filter->search );
	}

	/** @param string|int ...$values For the placeholders in the condition. */
	public function and( string $condition, string|int ...$values ): self {
		$this->conditions[] = $condition;
		array_push( $this->values, ...array_values( $values ) );
		return $this;
	}

	public function sql(): string {
		return implode( ' AND ', $this->conditions );
	}

	/** @return list<string|int> */
	public function values(): array {
		return $this->values;
	}

	private function toward( ?ChangeDirection $direction ): void {
		if ( null === $direction ) {
			return;
		}
		// A product that had no number before counts as one that had 0.
		$this->and(
			match ( $direction ) {
				ChangeDirection::Up => '`after` > COALESCE(`before`, 0)',
				ChangeDirection::Down => '`after` < `before`',
				ChangeDirection::ToZero => '`before` > 0 AND `after` <= 0',
			}
		);
	}

	private function containing( string $search ): void {
		if ( '' !== $search ) {
			$this->and( 'words LIKE %s', $this->database->like( mb_strtolower( $search, 'UTF-8' ) ) );
		}
	}
}
