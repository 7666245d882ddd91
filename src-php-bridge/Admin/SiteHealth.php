<?php
/**
 * Tools → Site Health: two tests and a section of facts.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Admin;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Admin\Screen\AdminPage;
use KeyCrmStock\Contained;
use KeyCrmStock\Health\Finding;
use KeyCrmStock\Health\HealthInfo;
use KeyCrmStock\Health\HealthTests;

final class SiteHealth {

	public const SYNC    = 'keycrm_stock_sync';
	public const WRITERS = 'keycrm_stock_writers';

	/**
	 * @param \Closure(): ?HealthTests $tests Null where WooCommerce is not there: then there is nothing to test.
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
				'test'  => static fn (): array => self::result( self::SYNC, ...$health->sync() ),
			),
			self::WRITERS => array(
				'label' => __( 'Plugins that set stock from KeyCRM', 'stock-sync-for-keycrm' ),
				'test'  => static fn (): array => self::result( self::WRITERS, array( $health->rivalry() ), array() ),
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

	/**
	 * @param non-empty-list<Finding> $findings The worst first: the test takes its label and colour from it.
	 * @param list<string>         $facts    The facts about the sync, shown in any case.
	 * @return array<string, mixed> As WordPress wants the result of a test.
	 */
	private static function result( string $test, array $findings, array $facts ): array {
		$paragraphs = '';
		$links      = '';
		foreach ( $findings as $index => $finding ) {
			$title       = 0 === $index ? '' : '<strong>' . esc_html( $finding->label ) . '</strong> ';
			$paragraphs .= '<p>' . $title . esc_html( $finding->text ) . '</p>';
			$url         = admin_url( 'admin.php?page=' . AdminPage::SLUG . $finding->place );
			$links      .= '' === $finding->link ? '' : sprintf( '<p><a href="%s">%s</a></p>', esc_url( $url ), esc_html( $finding->link ) );
		}
		$items       = implode( '', array_map( static fn ( string $fact ): string => '<li>' . esc_html( $fact ) . '</li>', $facts ) );
		$paragraphs .= '' === $items ? '' : "<ul>$items</ul>";
		return array(
			'label'       => $findings[0]->label,
			'status'      => $findings[0]->level,
			'badge'       => array(
				'label' => __( 'Stock', 'stock-sync-for-keycrm' ),
				'color' => 'blue',
			),
			'description' => $paragraphs,
			'actions'     => $links,
			'test'        => $test,
		);
	}
}
