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
use KeyCrmStock\Admin\CategoryBuffer;
use KeyCrmStock\Admin\ProductBuffer;
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
		// Activation hooks do not run on updates, and queues get lost: look where nobody waits for a page.
		add_action( 'action_scheduler_init', fn () => wp_doing_cron() && $this->heal() );
		add_action( 'action_scheduler_ensure_recurring_actions', fn () => $this->heal() );
		if ( is_admin() ) {
			( new AdminPage( $this->file, fn () => $this->heal() ) )->register();
			( new ProductBuffer() )->register();
			( new CategoryBuffer() )->register();
			( new StockBox( fn () => $this->services()?->sums ) )->register();
		}
	}

	private function add_routes(): void {
		foreach ( null === $this->services() ? array() : $this->services()->controllers as $controller ) {
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

	/** Null where WooCommerce is not there: then there is no stock to keep right. */
	private function services(): ?Services {
		if ( ! function_exists( 'WC' ) ) {
			return null;
		}
		global $wpdb;
		return $this->services ??= new Services( $wpdb, dirname( $this->file ) . '/contract' );
	}
}
