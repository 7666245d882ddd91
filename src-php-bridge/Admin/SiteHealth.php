<?php
/**
 * Tools → Site Health: two tests and a section of facts.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin;

defined( 'ABSPATH' ) || exit;

final class SiteHealth {

	public const SYNC    = 'keycrm_stock_sync';
	public const WRITERS = 'keycrm_stock_writers';

	/**
	 * @param \Closure(): ?HealthTests $tests Null where WooCommerce is not there: then there is nothing to test.
	 * @param \Closure(): ?HealthInfo  $info
	 */
	public function __construct( private readonly \Closure $tests, private readonly \Closure $info ) {}

	public function register(): void {
		add_filter( 'site_status_tests', fn ( array $tests ): array => $this->with_tests( $tests ) );
		add_filter( 'debug_information', fn ( array $info ): array => $this->with_info( $info ) );
	}

	/**
	 * @param array<string, mixed> $tests
	 * @return array<string, mixed>
	 */
	private function with_tests( array $tests ): array {
		$health = ( $this->tests )();
		if ( null === $health ) {
			return $tests;
		}
		$ours = array(
			self::SYNC    => array(
				'label' => __( 'Stock sync with KeyCRM', 'stock-sync-for-keycrm' ),
				'test'  => $health->sync( ... ),
			),
			self::WRITERS => array(
				'label' => __( 'Plugins that set stock from KeyCRM', 'stock-sync-for-keycrm' ),
				'test'  => $health->writers( ... ),
			),
		);
		return array( 'direct' => (array) ( $tests['direct'] ?? array() ) + $ours ) + $tests;
	}

	/**
	 * @param array<string, mixed> $info
	 * @return array<string, mixed>
	 */
	private function with_info( array $info ): array {
		$facts = ( $this->info )();
		return null === $facts ? $info : $info + array(
			'keycrm-stock' => array(
				'label'  => 'Stock Sync for KeyCRM',
				'fields' => $facts->fields(),
			),
		);
	}
}
