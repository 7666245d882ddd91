<?php
/**
 * wp keycrm-stock sync-product
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli\Product;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Cli\ExitStatus;
use function WP_CLI\Utils\format_items;

final class SyncProductCommand {

	private const FIELDS = array( 'product_id', 'sku', 'name', 'outcome', 'before', 'after', 'sentence' );

	/** @param \Closure(): ProductSyncRunner $runner */
	public function __construct( private readonly \Closure $runner ) {}

	/**
	 * Syncs one product and its variations now, and says what happened.
	 *
	 * Sends two requests to KeyCRM at most, also beside a sync that is under way. The safety check is not asked. Ends with
	 * status 1 if the product cannot be synced as it is, and says what to do.
	 *
	 * ## OPTIONS
	 *
	 * [<id>]
	 * : Id of the product or variation.
	 *
	 * [--sku=<sku>]
	 * : Its SKU instead, exactly.
	 *
	 * [--format=<format>]
	 * : Sentences, or a row for each product or variation.
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
	 *     $ wp keycrm-stock sync-product --sku=HAT-01
	 *     Success: Stock is now 5 (was 7). In KeyCRM: 6, −1 reserved = 5 for sale.
	 *
	 *     $ wp keycrm-stock sync-product 1042 --format=json
	 *
	 * @param list<string>          $args
	 * @param array<string, string> $options
	 */
	public function __invoke( array $args, array $options ): void {
		$answer = ( $this->runner )()->sync( $args[0] ?? null, $options['sku'] ?? null );
		if ( 'table' !== $options['format'] ) {
			format_items( $options['format'], $answer['products'], self::FIELDS );
		} else {
			$this->say( $answer );
		}
		\WP_CLI::halt( 'warning' === $answer['level'] ? ExitStatus::FAILED : ExitStatus::GOOD );
	}

	/** @param array{level: string, summary: string, products: list<array<string, mixed>>} $answer */
	private function say( array $answer ): void {
		if ( count( $answer['products'] ) > 1 ) {
			format_items( 'table', $answer['products'], array( 'product_id', 'sku', 'before', 'after', 'sentence' ) );
		}
		'success' === $answer['level'] ? \WP_CLI::success( $answer['summary'] ) : \WP_CLI::warning( $answer['summary'] );
	}
}
