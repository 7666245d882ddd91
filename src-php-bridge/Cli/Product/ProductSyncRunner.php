<?php
/**
 * Syncs one product for a command.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Cli\Product;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Clock;
use KeyCrmStock\Database\DatabaseError;
use KeyCrmStock\Export\ProductSyncJson;
use KeyCrmStock\KeyCrm\Client\ApiException;
use KeyCrmStock\KeyCrm\Client\WaitRequired;
use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Sync\Product\ProductSync;
use KeyCrmStock\Sync\Run\RunFailed;
use KeyCrmStock\Sync\Run\RunNotPossible;
use KeyCrmStock\Text\Run\RunErrorText;
use KeyCrmStock\Text\Run\WaitText;
use KeyCrmStock\Value\Run\RunTrigger;

/** If it cannot be done, the process ends here with a message and an exit status. */
final class ProductSyncRunner {

	public function __construct(
		private readonly ProductSync $sync,
		private readonly Catalogue $catalogue,
		private readonly ProductSyncJson $json,
		private readonly Clock $clock,
	) {}

	/**
	 * @param string|null $id  Null: the SKU counts.
	 * @param string|null $sku Null: the id counts.
	 * @return array{product_id: int, level: string, summary: string, products: list<array<string, mixed>>} As ProductSyncJson makes it.
	 */
	public function sync( ?string $id, ?string $sku ): array {
		if ( ( null === $id ) === ( null === $sku ) ) {
			\WP_CLI::error( __( 'Name one product, by its id or by --sku=…', 'stock-sync-for-keycrm' ) );
		}
		try {
			$product_id = null === $sku ? $this->number( (string) $id ) : $this->found( $sku );
			$report     = $this->sync->sync( $product_id, RunTrigger::Cli );
		} catch ( WaitRequired $wait ) {
			\WP_CLI::error( WaitText::sentence( $wait->seconds_left( $this->clock->now_ms() ) ) );
		} catch ( ApiException $error ) {
			\WP_CLI::error( RunErrorText::whole( $error->to_run_error() ) );
		} catch ( RunFailed $failure ) {
			\WP_CLI::error( RunErrorText::whole( $failure->error ) );
		} catch ( RunNotPossible | DatabaseError $refused ) {
			\WP_CLI::error( $refused->getMessage() );
		}
		if ( null === $report ) {
			\WP_CLI::error( __( 'The shop has no such product, or it is in the bin, so there is nothing to sync.', 'stock-sync-for-keycrm' ) );
		}
		return $this->json->export( $product_id, $report );
	}

	private function number( string $id ): int {
		if ( ! ctype_digit( $id ) ) {
			/* translators: %s: what was typed. */
			\WP_CLI::error( sprintf( __( '“%1$s” is not the id of a product. For an SKU:  wp keycrm-stock sync-product --sku=%1$s', 'stock-sync-for-keycrm' ), $id ) );
		}
		return (int) $id;
	}

	/** If several products have the SKU, the sync of the first one says so. */
	private function found( string $sku ): int {
		$products = $this->catalogue->by_skus( array( $sku ) );
		if ( array() === $products ) {
			/* translators: %s: an SKU. */
			\WP_CLI::error( sprintf( __( 'The shop has no product with the SKU “%s”. Compare the spelling.', 'stock-sync-for-keycrm' ), $sku ) );
		}
		return $products[0]->id;
	}
}
