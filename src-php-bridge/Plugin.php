<?php
/**
 * Hooks the plugin into WordPress.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Utilities\FeaturesUtil;
use KeyCrmStock\Admin\SiteHealth;
use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\Options;
use KeyCrmStock\Rest\Input\JsonBody;
use KeyCrmStock\Rest\Webhook\WebhookGate;
use KeyCrmStock\Settings\SecretAddress;
use KeyCrmStock\Shop\Catalogue\ChangedStock;
use KeyCrmStock\Store\Level\DirtyOffers;
use KeyCrmStock\Store\Option\AwakeUntil;
use KeyCrmStock\Store\Option\WrittenSide;
use KeyCrmStock\Store\Schema;
use KeyCrmStock\Sync\Push\ShopStockChanges;
use KeyCrmStock\Sync\Run\Scheduler;
use KeyCrmStock\Sync\Webhook\Loopback;
use KeyCrmStock\Text\TablesText;
use KeyCrmStock\Wiring\AdminScreens;
use KeyCrmStock\Wiring\CliCommands;
use KeyCrmStock\Wiring\RestRoutes;
use KeyCrmStock\Wiring\StatusChecks;

/**
 * A page that shoppers see costs the few add_action() calls of register(): no query, no object, no asset. Hooked
 * methods have names, so that other programs can remove them: `remove_action( …, array( plugin(), … ) )`.
 */
final class Plugin {

	private const REST_NAMESPACE = 'keycrm-stock/v1';

	/** @var array<int, Services> By site of the network. */
	private array $services = array();

	/** @var array<int, ShopStockChanges> By site of the network. */
	private array $stock_changes = array();

	/** The site whose routes are registered; 0 before. */
	private int $routes_of = 0;

	public function __construct( private readonly string $file ) {}

	public function register(): void {
		register_activation_hook( $this->file, array( $this, 'activate' ) );
		register_deactivation_hook( $this->file, array( $this, 'deactivate' ) );
		add_filter( 'wpmu_drop_tables', array( Network::class, 'add_tables' ), 10, 2 );
		add_action( 'before_woocommerce_init', array( $this, 'declare_compatibility' ) );
		// WordPress answers OPTIONS requests at priority 10 from the registered routes. We come before that.
		add_filter( 'rest_pre_dispatch', array( $this, 'add_routes' ), 0, 3 );
		add_action( Scheduler::START, array( $this, 'start_run' ) );
		add_action( Scheduler::STEP, array( $this, 'step_run' ) );
		add_action( Scheduler::REFRESH, array( $this, 'refresh' ) );
		add_action( Scheduler::ORDERS, array( $this, 'look_at_orders' ) );
		add_action( Scheduler::DAILY, array( $this, 'work_daily' ) );
		// Ours come first: a listener of another plugin that throws must not keep the owner from being told.
		add_action( Hooks::RUN_ENDED, array( $this, 'log_end' ), PHP_INT_MIN );
		add_action( Hooks::RUN_ENDED, array( $this, 'notify_owner' ), PHP_INT_MIN );
		add_action( Hooks::RUN_ENDED, array( $this, 'clean_up' ), PHP_INT_MIN );
		add_action( Hooks::RUN_DELAYED, array( $this, 'log_delay' ), PHP_INT_MIN, 4 );
		add_action( Hooks::UNANSWERED, array( $this, 'log_unanswered' ), PHP_INT_MIN, 4 );
		add_action( Hooks::RUN_DECIDED, array( $this, 'log_decision' ), PHP_INT_MIN, 2 );
		// The names are spelled out, because a constant would load its class on every page.
		add_action( 'update_option_keycrm_stock_settings', array( $this, 'note_changed_settings' ), 10, 2 );
		add_action( 'add_option_keycrm_stock_settings', array( $this, 'note_first_settings' ), 10, 2 );
		add_action( 'update_option_keycrm_stock_api_key', array( $this, 'note_changed_key' ) );
		add_action( 'add_option_keycrm_stock_api_key', array( $this, 'note_changed_key' ) );
		$this->listen_to_stock();
		// Activation hooks do not run on updates, and queues get lost. So the schedule is checked in requests for which no person waits.
		add_action( 'action_scheduler_init', array( $this, 'heal_in_cron' ) );
		add_action( 'action_scheduler_ensure_recurring_actions', array( $this, 'heal' ) );
		if ( defined( 'WP_CLI' ) ) {
			CliCommands::register( $this->services( ... ) );
		}
		if ( is_admin() || wp_doing_cron() ) {
			// WordPress counts Site Health's findings once a week, in WP-Cron.
			( new SiteHealth( fn () => $this->with_services( StatusChecks::tests( ... ) ), fn () => $this->with_services( StatusChecks::info( ... ) ) ) )->register();
		}
		if ( is_admin() ) {
			( new AdminScreens( $this->file, $this->ready( ... ), $this->schema( ... ), $this->database( ... ), $this->activate( ... ) ) )->register();
		}
	}

	/** While the shop leads, KeyCRM hears of each change. */
	private function listen_to_stock(): void {
		add_action( 'woocommerce_product_set_stock', array( $this, 'note_stock_change' ) );
		add_action( 'woocommerce_variation_set_stock', array( $this, 'note_stock_change' ) );
	}

	/**
	 * Builds the routes for requests to them and for the list of all routes. Any other request to the site's REST
	 * API (a cart, a checkout) costs nothing. REST requests that PHP code makes come through here too.
	 */
	public function add_routes( mixed $result, \WP_REST_Server $server, \WP_REST_Request $request ): mixed {
		$route = $request->get_route();
		if ( '/' !== $route && ! str_starts_with( $route . '/', '/' . self::REST_NAMESPACE . '/' ) ) {
			return $result;
		}
		$refusal = WebhookGate::refusal( $request, fn (): SecretAddress => SecretAddress::webhook( new Options( $this->database() ) ) );
		if ( null !== $refusal ) {
			return $refusal;
		}
		$services = $this->services();
		if ( '/' !== $route && false === $services?->schema->is_in_place() ) {
			return new \WP_Error( 'keycrm_stock_tables_missing', TablesText::headline() . '.', array( 'status' => 503 ) + $this->details_of( $services->schema ) );
		}
		if ( ! in_array( self::REST_NAMESPACE, $server->get_namespaces(), true ) ) {
			if ( null !== $services ) {
				RestRoutes::register( $services );
			}
			$this->routes_of = get_current_blog_id();
		}
		$refusal = '/' === $route ? null : JsonBody::refusal( $request );
		if ( null !== $refusal ) {
			return $refusal;
		}
		// The controllers read and write the tables of one site only.
		return '/' === $route || get_current_blog_id() === $this->routes_of
			? $result
			: new \WP_Error( 'keycrm_stock_other_site', __( 'This request was made for another site of the network than the one that answers, so nothing was done.', 'stock-sync-for-keycrm' ), array( 'status' => 409 ) );
	}

	/** @return array<string, string> The server's message is only for users who manage WooCommerce. */
	private function details_of( Schema $schema ): array {
		return current_user_can( 'manage_woocommerce' ) ? array( 'details' => TablesText::explanation( $schema->problem() ) ) : array();
	}

	public function declare_compatibility(): void {
		FeaturesUtil::declare_compatibility( 'custom_order_tables', $this->file, true );
	}

	public function start_run(): void {
		$this->work( Scheduler::START, static fn ( Services $services ) => $services->worker->start_scheduled() );
	}

	public function step_run( int $run_id ): void {
		$this->work( Scheduler::STEP, static fn ( Services $services ) => $services->worker->step( $run_id ) );
	}

	public function refresh(): void {
		$this->work( Scheduler::REFRESH, static fn ( Services $services ) => $services->worker->refresh() );
	}

	public function look_at_orders(): void {
		$this->work( Scheduler::ORDERS, static fn ( Services $services ) => $services->worker->look_at_orders() );
	}

	public function work_daily(): void {
		$this->work( Scheduler::DAILY, static fn ( Services $services ) => $services->retention->work_daily( $services->schedule ) );
		$this->notify_owner();
	}

	public function log_end( int $run_id ): void {
		$this->work( 'log', static fn ( Services $services ) => $services->run_logger->ended( $run_id ) );
	}

	public function notify_owner(): void {
		$this->work( 'e-mail', static fn ( Services $services ) => $services->owner_notifier->notify_if_due() );
	}

	public function clean_up(): void {
		$this->work( 'retention', static fn ( Services $services ) => $services->retention->prune_after_run() );
	}

	public function log_delay( int $run_id, string $code, string $details, int $delay_ms ): void {
		$this->work( 'log', static fn ( Services $services ) => $services->run_logger->delayed( $run_id, $code, $details, $delay_ms ) );
	}

	public function log_unanswered( int $run_id, string $question, string $code, string $details ): void {
		$this->work( 'log', static fn ( Services $services ) => $services->run_logger->unanswered( $run_id, $question, $code, $details ) );
	}

	public function log_decision( int $run_id, string $decision ): void {
		$this->work( 'log', static fn ( Services $services ) => $services->run_logger->decided( $run_id, $decision ) );
	}

	public function note_changed_settings( mixed $before, mixed $after ): void {
		$this->work( 'settings saved', static fn ( Services $services ) => $services->change_times->settings_saved( $before, $after ) );
		$this->work( 'direction', static fn ( Services $services ) => $services->direction_switch->follow_settings() );
	}

	/** Shoppers wait for this, so while KeyCRM leads it costs no statement, and otherwise one at the end of the request. */
	public function note_stock_change( mixed $product ): void {
		if ( WrittenSide::is_keycrm() ) {
			Contained::call( 'stock changed', fn () => $this->stock_changes()->note( ChangedStock::sku( $product ) ) );
		}
	}

	public function note_first_settings( string $option, mixed $after ): void {
		$this->note_changed_settings( array(), $after );
	}

	public function note_changed_key(): void {
		$this->work( 'key saved', static fn ( Services $services ) => $services->change_times->key_saved() );
	}

	/** Also called when the plugin's page is opened, since sites of a network get their tables when they are first used. */
	public function activate(): void {
		Contained::call( 'tables', fn () => $this->schema()->is_whole() || $this->schema()->repair() );
		$this->heal();
	}

	/** @param bool $network_wide On all sites of a network at once. */
	public function deactivate( bool $network_wide = false ): void {
		Network::on_sites( $network_wide, fn () => Contained::call( 'deactivation', fn () => $this->services()?->schedule->clear() ) );
	}

	public function heal_in_cron(): void {
		if ( wp_doing_cron() ) {
			$this->heal();
		}
	}

	public function heal(): void {
		$this->work( 'look at the schedule', static fn ( Services $services ) => $services->worker->heal() );
	}

	/**
	 * Does work in requests that belong to WordPress or other plugins. Does nothing without WooCommerce or the tables,
	 * and contains exceptions.
	 *
	 * @param \Closure( Services ): mixed $part
	 */
	private function work( string $where, \Closure $part ): void {
		Contained::call( $where, fn (): mixed => null === $this->ready() ? null : $this->with_services( $part ) );
	}

	/**
	 * @template T
	 * @param \Closure( Services ): T $part
	 * @return T|null
	 */
	private function with_services( \Closure $part ): mixed {
		$services = $this->services();
		return null === $services ? null : $part( $services );
	}

	private function stock_changes(): ShopStockChanges {
		$site = get_current_blog_id();
		if ( ! isset( $this->stock_changes[ $site ] ) ) {
			$database                     = $this->database();
			$options                      = new Options( $database );
			$this->stock_changes[ $site ] = new ShopStockChanges( new DirtyOffers( $database ), new Loopback( SecretAddress::wake_up( $options ) ), new AwakeUntil( $options ), new Clock() );
		}
		return $this->stock_changes[ $site ];
	}

	private function schema(): Schema {
		return new Schema( $this->database(), ( new Clock() )->now_ms( ... ) );
	}

	private function database(): Database {
		global $wpdb;
		return new Database( $wpdb );
	}

	/** Null without WooCommerce, and while there are no tables. */
	private function ready(): ?Services {
		$services = $this->services();
		return true === $services?->schema->is_in_place() ? $services : null;
	}

	/** Null without WooCommerce. Each site of a network has its own services. */
	private function services(): ?Services {
		if ( ! function_exists( 'WC' ) ) {
			return null;
		}
		global $wpdb;
		$site = get_current_blog_id();
		if ( ! isset( $this->services[ $site ] ) ) {
			$services                = new Services( $wpdb, dirname( $this->file ) . '/contract' );
			$this->services[ $site ] = $services;
			// REST, the tick, WP-CLI and every worker of the queue get their services here.
			Contained::call( 'tables', static fn () => $services->schema->ensure() );
		}
		return $this->services[ $site ];
	}
}
