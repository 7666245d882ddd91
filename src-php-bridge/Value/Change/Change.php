<?php
/**
 * A product whose number changes or changed, or that needs a look.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Value\Change;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Stock\Side;

/**
 * `outcome` Updated with `written_at` null is a plan. `name` is what the product was called then.
 * `before` and `after` are stock quantities of `side`: the shop's, or what KeyCRM has for sale.
 * `reason` is a code from which Text makes a sentence. Times are unix milliseconds.
 */
final class Change {

	/**
	 * @param array<mixed>|null                         $parts   As Availability::to_array() makes it; for KeyCRM's side a list of
	 *                                                           what PushedQuantity::to_array() makes.
	 * @param array<int, array{float|null, float|null}> $members Before and after, by product id, of the translations that were
	 *                                                           written; empty where that is the product alone.
	 */
	public function __construct(
		public readonly int $run_id,
		public readonly int $product_id,
		public readonly ?int $offer_id,
		public readonly string $sku,
		public readonly string $name,
		public readonly ?float $before,
		public readonly ?float $after,
		public readonly Outcome $outcome,
		public readonly string $reason,
		public readonly ?array $parts,
		public readonly int $planned_at,
		public readonly ?int $written_at = null,
		public readonly int $id = 0,
		public readonly array $members = array(),
		public readonly Side $side = Side::Shop,
	) {}

	/**
	 * @param array<mixed>|null                         $parts
	 * @param array<int, array{float|null, float|null}> $members
	 */
	public function written( ?float $before, ?float $after, Outcome $outcome, string $reason, ?array $parts, int $now_ms, array $members = array() ): self {
		return new self(
			$this->run_id,
			$this->product_id,
			$this->offer_id,
			$this->sku,
			$this->name,
			$before,
			$after,
			$outcome,
			$reason,
			$parts,
			$this->planned_at,
			$now_ms,
			$this->id,
			$members,
			$this->side
		);
	}

	/** The time of writing is not compared. JSON turns 7.0 into 7, so both sums are compared as JSON. */
	public function is_as_planned( self $plan ): bool {
		return $this->before === $plan->before && $this->after === $plan->after && $this->outcome === $plan->outcome
			&& $this->reason === $plan->reason && $this->members === $plan->members && wp_json_encode( $this->parts ) === wp_json_encode( $plan->parts );
	}

	/**
	 * The same row in a plan that has come further.
	 *
	 * @param array<mixed>|null $parts
	 */
	public function planned( string $reason, ?array $parts, Outcome $outcome = Outcome::Created ): self {
		return new self(
			...array_merge(
				get_object_vars( $this ),
				array(
					'outcome' => $outcome,
					'reason'  => $reason,
					'parts'   => $parts,
				)
			)
		);
	}

	/** The same product after it was made on the other side, or was not. */
	public function settled( Outcome $outcome, string $reason, ?int $offer_id, int $now_ms ): self {
		return new self(
			...array_merge(
				get_object_vars( $this ),
				array(
					'outcome'    => $outcome,
					'reason'     => $reason,
					'offer_id'   => $offer_id ?? $this->offer_id,
					'written_at' => $now_ms,
				)
			)
		);
	}

	/** The same row for a product that exists now, with its stock quantity. */
	public function for_product( int $product_id, ?float $after ): self {
		return new self(
			...array_merge(
				get_object_vars( $this ),
				array(
					'product_id' => $product_id,
					'after'      => $after,
				)
			)
		);
	}

	/** @param array<mixed>|null $parts */
	public function with_parts( ?array $parts ): self {
		return new self( ...array_merge( get_object_vars( $this ), array( 'parts' => $parts ) ) );
	}

	/** The same row with the name that the product has by now. */
	public function named( string $name ): self {
		return new self( ...array_merge( get_object_vars( $this ), array( 'name' => $name ) ) );
	}

	/** A copy that belongs to another run. */
	public function of_run( int $run_id ): self {
		return new self( ...array_merge( get_object_vars( $this ), array( 'run_id' => $run_id ) ) );
	}
}
