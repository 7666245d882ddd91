<?php
/**
 * The tests of Site Health: the sync, and other plugins that set stock.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Health;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Contained;
use KeyCrmStock\Shop\OtherPlugin\ConflictingPlugins;
use KeyCrmStock\Store\Schema;
use KeyCrmStock\Text\OtherWritersNotices;
use KeyCrmStock\Text\OtherWritersText;
use KeyCrmStock\Text\TablesText;

/** Asks the shop's database only. Site Health must neither wait for KeyCRM nor spend requests. */
final class HealthTests {

	public function __construct(
		private readonly SyncHealth $sync,
		private readonly ConflictingPlugins $conflicts,
		private readonly OtherWritersNotices $notices,
		private readonly Schema $schema,
	) {}

	/** @return array{non-empty-list<Finding>, list<string>} Findings about the sync, the worst first; and the facts, which are shown in any case. */
	public function sync(): array {
		if ( ! $this->schema->is_in_place() ) {
			return array( array( $this->no_tables() ), array() );
		}
		try {
			$facts = $this->sync->facts();
			return array( $this->with_silence( $this->sync->findings( $facts ) ), $this->sync->lines( $facts ) );
		} catch ( \Throwable $error ) {
			return array( array( $this->unknown( $error ) ), array() );
		}
	}

	/**
	 * @param non-empty-list<Finding> $findings
	 * @return non-empty-list<Finding>
	 */
	private function with_silence( array $findings ): array {
		$silent = $this->notices->silent();
		if ( '' === $silent ) {
			return $findings;
		}
		$finding = new Finding( Finding::RECOMMENDED, OtherWritersText::silent_label(), $silent, __( 'Open the settings', 'stock-sync-for-keycrm' ), '&tab=settings' );
		return Finding::GOOD === $findings[0]->level ? array( $finding ) : array( ...$findings, $finding );
	}

	private function no_tables(): Finding {
		return new Finding( Finding::CRITICAL, TablesText::headline(), TablesText::explanation( $this->schema->problem() ), __( 'Try again', 'stock-sync-for-keycrm' ) );
	}

	/** An error of ours must not break Site Health, which shows other plugins' tests too. */
	private function unknown( \Throwable $error ): Finding {
		return new Finding(
			Finding::RECOMMENDED,
			__( 'How KeyCRM stock sync stands cannot be told at the moment', 'stock-sync-for-keycrm' ),
			__( 'The shop’s database or another plugin stood in the way. Load this page again; if it stays so, show your developer this message:', 'stock-sync-for-keycrm' ) . ' ' . $error->getMessage(),
			''
		);
	}

	public function rivalry(): Finding {
		$sure = $this->conflicts->sure();
		if ( array() !== $sure ) {
			return $this->overwriting( $sure );
		}
		// A database that does not answer is the other test's to report.
		$contested = $this->schema->is_in_place() ? (string) Contained::call( 'contested stock', $this->notices->contested( ... ) ) : '';
		if ( '' !== $contested ) {
			return new Finding( Finding::CRITICAL, OtherWritersText::contested_label(), $contested, __( 'Open KeyCRM stock', 'stock-sync-for-keycrm' ) );
		}
		$possible = $this->conflicts->possible();
		if ( array() !== $possible ) {
			return new Finding(
				Finding::RECOMMENDED,
				__( 'Another plugin may set stock from KeyCRM', 'stock-sync-for-keycrm' ),
				sprintf(
					/* translators: %s: names of plugins. */
					__( 'These plugins also have to do with KeyCRM: %s. If one of them sets stock, it and Stock Sync for KeyCRM overwrite each other. Look into its settings and switch that off; if it only sends orders, there is nothing to do.', 'stock-sync-for-keycrm' ),
					implode( ', ', $possible )
				),
				''
			);
		}
		return new Finding(
			Finding::GOOD,
			__( 'Only one plugin sets stock from KeyCRM', 'stock-sync-for-keycrm' ),
			__( 'No other plugin that has to do with KeyCRM is known to set the stock of your products.', 'stock-sync-for-keycrm' ),
			''
		);
	}

	/** @param non-empty-list<string> $sure */
	private function overwriting( array $sure ): Finding {
		return new Finding(
			Finding::CRITICAL,
			__( 'Two plugins set the stock of your products', 'stock-sync-for-keycrm' ),
			OtherWritersText::overwriting( $sure ),
			__( 'Open KeyCRM stock', 'stock-sync-for-keycrm' )
		);
	}
}
