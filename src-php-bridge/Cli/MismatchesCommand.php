<?php
/**
 * wp keycrm-stock out-of-step
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Value\Change\MismatchGroup;

final class MismatchesCommand {

	/** @param \Closure(): MismatchPrinter $sheet */
	public function __construct( private readonly \Closure $sheet ) {}

	/**
	 * Lists what has no counterpart on the other side, or none that is clear.
	 *
	 * As the last check found it. Without a group: how many there are of each.
	 *
	 * ## OPTIONS
	 *
	 * [<group>]
	 * : The word in the column “group”, such as near_miss, not_in_keycrm or only_in_keycrm.
	 *
	 * [--format=<format>]
	 * : A table shows the first 100; csv and json print all.
	 * ---
	 * default: table
	 * options:
	 *   - table
	 *   - json
	 *   - csv
	 * ---
	 *
	 * ## EXAMPLES
	 *
	 *     $ wp keycrm-stock out-of-step
	 *     $ wp keycrm-stock out-of-step only_in_keycrm --format=csv > only-in-keycrm.csv
	 *
	 * @param list<string>          $args
	 * @param array<string, string> $options
	 */
	public function __invoke( array $args, array $options ): void {
		$group = isset( $args[0] ) ? MismatchGroup::tryFrom( $args[0] ) : null;
		if ( isset( $args[0] ) && null === $group ) {
			/* translators: 1: what was typed, 2: the groups that there are. */
			\WP_CLI::error( sprintf( __( 'There is no group “%1$s”. There are: %2$s.', 'stock-sync-for-keycrm' ), $args[0], implode( ', ', array_column( MismatchGroup::cases(), 'value' ) ) ) );
		}
		$sheet      = ( $this->sheet )();
		$comparison = $sheet->comparison();
		if ( null === $comparison ) {
			\WP_CLI::error( __( 'The shop and KeyCRM have not been compared yet. This does it, and changes nothing:  wp keycrm-stock preview', 'stock-sync-for-keycrm' ) );
		}
		null === $group ? $sheet->counts( $comparison, $options['format'] ) : $sheet->show( $group, $comparison, $options['format'] );
	}
}
