<?php
/**
 * Where the mismatches of a group are found.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store\Mismatch;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Value\Change\Comparison;
use KeyCrmStock\Value\Change\MismatchGroup;
use KeyCrmStock\Value\Change\Outcome;

/**
 * `c` is the change log, in which the comparing run has stored each product that needs attention. `l` are
 * KeyCRM's levels: those read since the last full read that belong to no product are only in KeyCRM.
 */
final class MismatchQuery {

	/** The columns of a mismatch, by their names in the result. */
	private const SHOP = 'c.product_id AS product_id, c.name AS name, c.sku AS sku';
	private const CRM  = 'l.offer_id AS offer_id, l.sku AS crm_sku';

	/**
	 * @param non-empty-list<string> $keys   Columns by which rows are sorted, unique together, by their names in the result.
	 * @param list<string|int>       $values For the placeholders in `from`.
	 */
	private function __construct(
		public readonly string $columns,
		public readonly string $from,
		public readonly array $keys,
		public readonly array $values,
	) {}

	/** Null for the group of excluded products, which these tables do not hold. */
	public static function for_group( MismatchGroup $group, Comparison $comparison, Database $database ): ?self {
		return match ( $group ) {
			MismatchGroup::NearMiss => self::near( $comparison, $database ),
			// If a sync has repaired the product since, the row has a time of writing.
			MismatchGroup::WrongStatus => self::changes( $comparison, $database, Outcome::Unchanged, "AND c.written_at = 0 AND c.reason <> ''" ),
			MismatchGroup::NotInKeyCrm => self::lost( $comparison, $database ),
			MismatchGroup::OnlyInKeyCrm => self::only_there( $comparison, $database ),
			MismatchGroup::NoSkuInKeyCrm => self::levels( $comparison, $database, "AND l.sku = ''" ),
			MismatchGroup::NoSku => self::changes( $comparison, $database, Outcome::NotInKeyCrm, "AND c.sku = ''" ),
			MismatchGroup::DuplicateInShop => self::changes( $comparison, $database, Outcome::DuplicateInShop ),
			MismatchGroup::DuplicateInKeyCrm => self::changes( $comparison, $database, Outcome::DuplicateInKeyCrm ),
			MismatchGroup::NotManaged => self::changes( $comparison, $database, Outcome::NotManaged ),
			MismatchGroup::ManagedByParent => self::changes( $comparison, $database, Outcome::ManagedByParent ),
			MismatchGroup::Excluded => null,
		};
	}

	/** Pairs of a product that KeyCRM lacks and an offer that the shop lacks, whose SKUs are similar. */
	private static function near( Comparison $comparison, Database $database ): self {
		return new self(
			self::SHOP . ', ' . self::CRM,
			"{$database->table( 'changes' )} c JOIN {$database->table( 'levels' )} l ON " . self::pair()
				. " WHERE c.run_id = %d AND c.outcome = %s AND c.sku_key <> ''",
			array( 'sku', 'product_id', 'offer_id' ),
			array( $comparison->listed_at, $comparison->run_id, Outcome::NotInKeyCrm->value )
		);
	}

	/** Without near misses, and without what has been made in KeyCRM since. */
	private static function lost( Comparison $comparison, Database $database ): self {
		$near = "SELECT 1 FROM {$database->table( 'levels' )} l WHERE " . self::pair();
		$made = "SELECT 1 FROM {$database->table( 'changes' )} m WHERE m.product_id = c.product_id AND m.run_id > c.run_id AND m.outcome = %s AND m.written_at > 0";
		return self::changes( $comparison, $database, Outcome::NotInKeyCrm, "AND c.sku <> '' AND NOT EXISTS ( $near ) AND NOT EXISTS ( $made )", $comparison->listed_at, Outcome::Created->value );
	}

	/** Products without those among the near misses. */
	private static function only_there( Comparison $comparison, Database $database ): self {
		return self::levels(
			$comparison,
			$database,
			"AND l.sku <> '' AND NOT EXISTS ( SELECT 1 FROM {$database->table( 'changes' )} c WHERE c.run_id = %d AND c.sku_key = l.sku_key AND c.outcome = %s AND HEX( c.sku ) <> HEX( l.sku ) )",
			$comparison->run_id,
			Outcome::NotInKeyCrm->value
		);
	}

	private static function levels( Comparison $comparison, Database $database, string $and, string|int ...$values ): self {
		return new self(
			self::CRM,
			"{$database->table( 'levels' )} l WHERE l.product_id = 0 AND l.read_at >= %d $and",
			array( 'crm_sku', 'offer_id' ),
			array( $comparison->listed_at, ...array_values( $values ) )
		);
	}

	private static function changes( Comparison $comparison, Database $database, Outcome $outcome, string $and = '', string|int ...$values ): self {
		return new self(
			self::SHOP,
			"{$database->table( 'changes' )} c WHERE c.run_id = %d AND c.outcome = %s $and",
			array( 'sku', 'product_id' ),
			array( $comparison->run_id, $outcome->value, ...array_values( $values ) )
		);
	}

	/** HEX(), because SQLite compares "abc" and "ABC" as equal, whatever the column's collation is. */
	private static function pair(): string {
		return 'l.sku_key = c.sku_key AND HEX( l.sku ) <> HEX( c.sku ) AND l.product_id = 0 AND l.read_at >= %d';
	}
}
