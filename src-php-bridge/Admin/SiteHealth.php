<?php
/**
 * Tools → Site Health: two tests and a section of facts.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Admin\Health\ConflictHealth;
use KeyCrmStock\Admin\Health\HealthInfo;
use KeyCrmStock\Contained;

final class SiteHealth {

	public const SYNC    = 'keycrm_stock_sync';
	public const WRITERS = 'keycrm_stock_writers';

	/**
	 * @param \Closure(): ?ConflictHealth $tests Null where WooCommerce is not there: then there is nothing to test.
	 * @param \Closure(): ?HealthInfo  $info
	 */
	public function __construct( private readonly \Closure $tests, private readonly \Closure $info ) {}

	public function register(): void {
		add_filter( 'site_status_tests', array( $this, 'with_tests' ) );
		add_filter( 'debug_information', array( $this, 'with_info' ) );
	}

	/**
	 * @param array<string, mixed> $tests
	 * @return array<string, mixed>
	 */
	public function with_tests( array $tests ): array {
		$health = Contained::call( 'site_status_tests', $this->tests );
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
	public function with_info( array $info ): array {
		$fields = Contained::call( 'debug_information', fn (): ?array => ( $this->info )()?->fields() );
		return null === $fields ? $info : $info + array(
			'keycrm-stock' => array(
				'label'  => 'Stock Sync for KeyCRM',
				'fields' => $fields,
			),
		);
	}
}
