<?php
/**
 * The result of writing one product in all its languages.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Sync\Write;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Shop\Stock\WriteResult;
use KeyCrmStock\Value\Change\Outcome;

/** Pure. Reports what was written even if some translations failed: the log, undo and the next plan rely on it. */
final class TranslationSetResult {

	/** @param array<int, array{float|null, float|null}> $members Before and after, by product id, of those that were written. */
	private function __construct(
		public readonly ?float $before,
		public readonly ?float $after,
		public readonly Outcome $outcome,
		public readonly string $problem,
		public readonly array $members,
	) {}

	/**
	 * @param non-empty-array<int, WriteResult> $results Results of the members that still exist.
	 * @param int                               $shown   The member whose numbers are shown, if it was written.
	 */
	public static function from_results( array $results, int $shown ): self {
		$with    = static fn ( Outcome $outcome ): array => array_filter( $results, static fn ( WriteResult $result ): bool => $outcome === $result->outcome );
		$written = $with( Outcome::Updated );
		$failed  = $with( Outcome::Failed );
		$members = array_map( static fn ( WriteResult $result ): array => array( $result->before, $result->after ), $written );
		$all     = array( $written, $failed, $with( Outcome::Unchanged ), $results );
		foreach ( $all as $some ) {
			if ( array() !== $some ) {
				$one     = $some[ $shown ] ?? $some[ array_key_first( $some ) ];
				$problem = implode( ' ', array_unique( array_filter( array_map( static fn ( WriteResult $result ): string => $result->problem, array_values( $written + $failed ) ) ) ) );
				return new self( $one->before, $one->after, $one->outcome, $problem, array( $shown ) === array_keys( $members ) ? array() : $members );
			}
		}
		throw new \LogicException( 'A set without members.' );
	}
}
