<?php
/**
 * wp keycrm-stock changes
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Store\Change\ChangeFilter;
use KeyCrmStock\Value\Change\ChangeDirection;
use KeyCrmStock\Value\Change\Outcome;

final class ChangesCommand {

	/** @param \Closure(): ChangePrinter $sheet */
	public function __construct( private readonly \Closure $sheet ) {}

	/**
	 * Lists every number that was written, and what a run found in need of a look.
	 *
	 * ## OPTIONS
	 *
	 * [--run=<run>]
	 * : Only of this run; also what it only planned, and what it left alone.
	 *
	 * [--search=<words>]
	 * : Part of a product's name or SKU.
	 *
	 * [--sku=<sku>]
	 * : Exactly this SKU.
	 *
	 * [--product=<id>]
	 * : Only this product or variation.
	 *
	 * [--outcome=<outcome>]
	 * : As in the column “outcome”: updated, failed, not_in_keycrm, not_managed and so on.
	 *
	 * [--direction=<direction>]
	 * : up, down or to_zero.
	 *
	 * [--since=<time>]
	 * : Not before this time: ISO 8601, or words such as “2 hours ago”.
	 *
	 * [--until=<time>]
	 * : Before this time.
	 *
	 * [--format=<format>]
	 * : A table shows the newest 100; csv and json print all, oldest first.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - json
	 *   - csv
	 *   - count
	 * ---
	 *
	 * ## EXAMPLES
	 *
	 *     # What was sold out by the sync today?
	 *     $ wp keycrm-stock changes --direction=to_zero --since=today --format=csv
	 *
	 * @param list<string>          $args
	 * @param array<string, string> $options
	 */
	public function __invoke( array $args, array $options ): void {
		$filter = new ChangeFilter(
			$this->number( $options, 'run' ),
			$this->one_of( $options, 'outcome', Outcome::cases() ),
			$this->one_of( $options, 'direction', ChangeDirection::cases() ),
			trim( $options['search'] ?? '' ),
			$this->time( $options, 'since' ),
			$this->time( $options, 'until' ),
			$this->number( $options, 'product' ),
			trim( $options['sku'] ?? '' )
		);
		( $this->sheet )()->show( $filter, $options['format'] );
	}

	/** @param array<string, string> $options */
	private function number( array $options, string $name ): int {
		$given = $options[ $name ] ?? '0';
		if ( ! ctype_digit( $given ) ) {
			/* translators: %s: name of an option. */
			\WP_CLI::error( sprintf( __( '--%s takes a whole number.', 'stock-sync-for-keycrm' ), $name ) );
		}
		return (int) $given;
	}

	/**
	 * @template T of \BackedEnum
	 * @param array<string, string> $options
	 * @param list<T>               $cases
	 * @return T|null
	 */
	private function one_of( array $options, string $name, array $cases ): ?\BackedEnum {
		if ( ! isset( $options[ $name ] ) ) {
			return null;
		}
		foreach ( $cases as $one ) {
			if ( $one->value === $options[ $name ] ) {
				return $one;
			}
		}
		/* translators: 1: name of an option, 2: the words that it takes. */
		\WP_CLI::error( sprintf( __( '--%1$s is one of: %2$s.', 'stock-sync-for-keycrm' ), $name, implode( ', ', array_column( $cases, 'value' ) ) ) );
	}

	/**
	 * @param array<string, string> $options
	 * @return int|null Unix milliseconds.
	 */
	private function time( array $options, string $name ): ?int {
		if ( ! isset( $options[ $name ] ) ) {
			return null;
		}
		try {
			return 1000 * ( new \DateTimeImmutable( $options[ $name ], wp_timezone() ) )->getTimestamp();
		} catch ( \Exception ) {
			/* translators: %s: name of an option. */
			\WP_CLI::error( sprintf( __( '--%s is not a time that can be understood. Write it as 2026-11-22T09:30, or as “2 hours ago”.', 'stock-sync-for-keycrm' ), $name ) );
		}
	}
}
