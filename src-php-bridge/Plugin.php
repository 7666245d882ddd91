<?php
/**
 * What of WordPress the plugin listens to.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock;

use Automattic\WooCommerce\Utilities\FeaturesUtil;
use KeyCrmStock\Admin\AdminPage;
use KeyCrmStock\Admin\BulkLeaveAlone;
use KeyCrmStock\Admin\BuiltScript;
use KeyCrmStock\Admin\CategoryBuffer;
use KeyCrmStock\Admin\CategoryForm;
use KeyCrmStock\Admin\CategoryLeaveAlone;
use KeyCrmStock\Admin\ProductBuffer;
use KeyCrmStock\Admin\ProductColumn;
use KeyCrmStock\Admin\ProductFilter;
use KeyCrmStock\Admin\ProductLeaveAlone;
use KeyCrmStock\Admin\ProductListScreen;
use KeyCrmStock\Admin\QuickLeaveAlone;
use KeyCrmStock\Admin\SiteHealth;
use KeyCrmStock\Admin\StateNotice;
use KeyCrmStock\Settings\ApiKeyStore;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Shop\Exclusion;
use KeyCrmStock\Shop\Translations;
use KeyCrmStock\Database\Database;
use KeyCrmStock\Store\RunTroubles;
use KeyCrmStock\Admin\StockBox;
use KeyCrmStock\Sync\Schedule;

defined( 'ABSPATH' ) || exit;

/** A page that shoppers see costs the few add_action() calls of register(): no query, no object, no asset. */
final class Plugin {

	private ?Services $services = null;

	public function __construct( private readonly string $file ) {}

	public function register(): void {
		register_activation_hook( $this->file, fn () => $this->activated() );
		register_deactivation_hook( $this->file, fn () => $this->deactivated() );
		add_action( 'before_woocommerce_init', fn () => FeaturesUtil::declare_compatibility( 'custom_order_tables', $this->file, true ) );
		add_action( 'rest_api_init', fn () => $this->add_routes() );
		add_action( Schedule::START, fn () => $this->services()?->worker->start_scheduled() );
		add_action( Schedule::STEP, fn ( int $run_id ) => $this->services()?->worker->step( $run_id ) );
		add_action( Schedule::DAILY, fn () => $this->services()?->after_runs->daily() );
		add_action( Schedule::DAILY, fn () => $this->services()?->watch->look() );
		add_action( 'keycrm_stock_run_ended', fn ( int $run_id ) => $this->services()?->journal->ended( $run_id ), 5 );
		add_action( 'keycrm_stock_run_delayed', fn ( int $run_id, string $code, string $details, int $delay_ms ) => $this->services()?->journal->delayed( $run_id, $code, $details, $delay_ms ), 10, 4 );
		add_action( 'keycrm_stock_run_decided', fn ( int $run_id, string $decision ) => $this->services()?->journal->decided( $run_id, $decision ), 10, 2 );
		add_action( 'keycrm_stock_run_ended', fn () => $this->services()?->watch->look() );
		add_action( 'keycrm_stock_run_ended', fn () => $this->services()?->after_runs->ended(), 20 );
		add_action( 'update_option_' . SettingsStore::OPTION, fn ( mixed $before, mixed $after ) => $this->services()?->change_times->settings_saved( $before, $after ), 10, 2 );
		add_action( 'add_option_' . SettingsStore::OPTION, fn ( string $name, mixed $after ) => $this->services()?->change_times->settings_saved( array(), $after ), 10, 2 );
		add_action( 'update_option_' . ApiKeyStore::OPTION, fn () => $this->services()?->change_times->key_saved() );
		add_action( 'add_option_' . ApiKeyStore::OPTION, fn () => $this->services()?->change_times->key_saved() );
		// Activation hooks do not run on updates, and queues get lost: look where nobody waits for a page.
		add_action( 'action_scheduler_init', fn () => wp_doing_cron() && $this->heal() );
		add_action( 'action_scheduler_ensure_recurring_actions', fn () => $this->heal() );
		if ( defined( 'WP_CLI' ) ) {
			Commands::register( fn () => $this->services() );
		}
		if ( is_admin() || wp_doing_cron() ) {
			// WordPress counts what Site Health finds once a week, in its cron.
			( new SiteHealth( fn () => $this->health( Health::tests( ... ) ), fn () => $this->health( Health::info( ... ) ) ) )->register();
		}
		if ( is_admin() ) {
			$this->register_screens();
		}
	}

	private function register_screens(): void {
		( new AdminPage( $this->file, fn () => $this->heal() ) )->register();
		( new ProductBuffer() )->register();
		( new CategoryForm( new CategoryBuffer() ) )->register();
		( new ProductLeaveAlone( $this->exclusion( ... ) ) )->register();
		( new CategoryForm( new CategoryLeaveAlone() ) )->register();
		( new ProductListScreen( fn () => $this->extend_list() ) )->register();
		( new StateNotice( $this->troubles( ... ), fn () => $this->services()?->settings ) )->register();
		( new StockBox( fn () => $this->services()?->sums, new BuiltScript( $this->file, 'product', 'product' ) ) )->register();
	}

	/**
	 * @template T
	 * @param \Closure( Services ): T $part
	 * @return T|null
	 */
	private function health( \Closure $part ): mixed {
		$services = $this->services();
		return null === $services ? null : $part( $services );
	}

	private function add_routes(): void {
		$services = $this->services();
		foreach ( null === $services ? array() : Routes::of( $services ) as $controller ) {
			$controller->register();
		}
	}

	private function activated(): void {
		$this->services()?->schema->ensure();
		$this->services()?->worker->heal();
	}

	private function deactivated(): void {
		$this->services()?->schedule->clear();
	}

	private function heal(): void {
		$this->services()?->schema->ensure();
		$this->services()?->worker->heal();
	}

	/** The one thing that every page of wp-admin asks about: without all the rest. */
	private function troubles(): RunTroubles {
		global $wpdb;
		return new RunTroubles( new Database( $wpdb ) );
	}

	private function extend_list(): void {
		( new QuickLeaveAlone( $this->exclusion( ... ) ) )->register();
		( new BulkLeaveAlone( $this->exclusion( ... ) ) )->register();
		// What the sync knows is for those who may look at it.
		if ( current_user_can( 'manage_woocommerce' ) ) {
			( new ProductColumn( fn () => $this->services()?->standings ) )->register();
			( new ProductFilter( fn () => $this->services()?->standing_filter ) )->register();
		}
	}

	private function exclusion(): Exclusion {
		global $wpdb;
		$database = new Database( $wpdb );
		return new Exclusion( $database, new Translations( $database ) );
	}

	/** Null where WooCommerce is not there: then there is no stock to keep right. */
	private function services(): ?Services {
		if ( ! function_exists( 'WC' ) ) {
			return null;
		}
		global $wpdb;
		return $this->services ??= new Services( $wpdb, dirname( $this->file ) . '/contract' );
	}
}
