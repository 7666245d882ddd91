<?php
/**
 * Builds the objects that edges and phases share, from the bottom up. Phases are wired in Wiring/RunPipelines.php.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\AtomicOption;
use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\Options;
use KeyCrmStock\KeyCrm\Client\Client;
use KeyCrmStock\KeyCrm\Client\HttpClient;
use KeyCrmStock\KeyCrm\Client\RateLimiter;
use KeyCrmStock\KeyCrm\Client\RetryPolicy;
use KeyCrmStock\KeyCrm\Client\ThrottledClient;
use KeyCrmStock\KeyCrm\Offer\OfferEndpoint;
use KeyCrmStock\KeyCrm\Order\OrderEndpoint;
use KeyCrmStock\KeyCrm\Product\DetailsEndpoint;
use KeyCrmStock\KeyCrm\Product\OfferWords;
use KeyCrmStock\KeyCrm\Product\ProductEndpoint;
use KeyCrmStock\KeyCrm\Stock\StockEndpoint;
use KeyCrmStock\Notify\Mailer;
use KeyCrmStock\Notify\OwnerNotifier;
use KeyCrmStock\Notify\RunLogger;
use KeyCrmStock\Rest\Input\RouteArguments;
use KeyCrmStock\Settings\ApiKeyStore;
use KeyCrmStock\Settings\ChangeTimes;
use KeyCrmStock\Settings\SecretAddress;
use KeyCrmStock\Settings\SettingsSchema;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Settings\SiteAddress;
use KeyCrmStock\Shop\AfterWrite\ProductCaches;
use KeyCrmStock\Shop\AfterWrite\StockStatusCheck;
use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\Catalogue\CatalogueRows;
use KeyCrmStock\Shop\Catalogue\ProductBuffers;
use KeyCrmStock\Shop\Catalogue\ShopStockSettings;
use KeyCrmStock\Shop\Catalogue\Translations;
use KeyCrmStock\Shop\Exclusion\ExcludedCategories;
use KeyCrmStock\Shop\Exclusion\ProductListFilter;
use KeyCrmStock\Shop\Order\OpenOrders;
use KeyCrmStock\Shop\Order\SoldQuantities;
use KeyCrmStock\Shop\OtherPlugin\ConflictingPlugins;
use KeyCrmStock\Shop\OtherPlugin\KeyCrmOfficialPlugin;
use KeyCrmStock\Shop\Stock\StockWriter;
use KeyCrmStock\Status\FactsReader;
use KeyCrmStock\Store\Change\ChangeLog;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Store\DirtyOrders;
use KeyCrmStock\Store\Level\DirtyOffers;
use KeyCrmStock\Store\Level\LevelMatches;
use KeyCrmStock\Store\Level\LevelTable;
use KeyCrmStock\Store\Level\LevelWriteMarks;
use KeyCrmStock\Store\Option\AwakeUntil;
use KeyCrmStock\Store\Option\FullReadCheckpoint;
use KeyCrmStock\Store\Option\OrderChannelStore;
use KeyCrmStock\Store\Option\OrderReadCheckpoint;
use KeyCrmStock\Store\Option\WakeUpMemory;
use KeyCrmStock\Store\Option\WarehouseList;
use KeyCrmStock\Store\Option\WrittenSide;
use KeyCrmStock\Store\OrderLineTable;
use KeyCrmStock\Store\Run\ManualRuns;
use KeyCrmStock\Store\Run\Notifications;
use KeyCrmStock\Store\Run\RunAlerts;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Store\Schema;
use KeyCrmStock\Sync\Availability\AvailabilityInputs;
use KeyCrmStock\Sync\Match\TranslationSets;
use KeyCrmStock\Sync\Order\OpenOrderModeChooser;
use KeyCrmStock\Sync\Product\ProductStateFilter;
use KeyCrmStock\Sync\Product\ProductStates;
use KeyCrmStock\Sync\Product\StockExplainer;
use KeyCrmStock\Sync\Push\DirectionSwitch;
use KeyCrmStock\Sync\Run\RefreshStarter;
use KeyCrmStock\Sync\Run\Retention;
use KeyCrmStock\Sync\Run\Runner;
use KeyCrmStock\Sync\Run\RunService;
use KeyCrmStock\Sync\Run\Scheduler;
use KeyCrmStock\Sync\Run\SettingsFingerprint;
use KeyCrmStock\Sync\Run\StepFailures;
use KeyCrmStock\Sync\Run\Worker;
use KeyCrmStock\Sync\Status\SyncStatusReader;
use KeyCrmStock\Sync\Undo\UndoItems;
use KeyCrmStock\Sync\Undo\UndoService;
use KeyCrmStock\Sync\Webhook\Loopback;
use KeyCrmStock\Sync\Webhook\WakeUp;
use KeyCrmStock\Sync\Write\StockStatusRepairer;
use KeyCrmStock\Value\Stock\Side;
use KeyCrmStock\Wiring\PushPipelines;
use KeyCrmStock\Wiring\RunPipelines;

/** Built at most once a request, and never for a page that shoppers see. */
final class Services {

	private const API_BASE_URL = 'https://openapi.keycrm.app/v1';

	/** KeyCRM's own plugin loses an order whose request is refused, so a shared key leaves room for it. */
	private const SHARED_KEY_REQUESTS = 40;

	public readonly Clock $clock;
	public readonly Database $database;
	public readonly Options $options;
	public readonly Schema $schema;
	public readonly LevelTable $levels;
	public readonly DirtyOffers $dirty_offers;
	public readonly DirtyOrders $dirty_orders;
	public readonly LevelMatches $matches;
	public readonly LevelWriteMarks $write_marks;
	public readonly RunTable $run_table;
	public readonly ChangeTable $changes;
	public readonly ChangeLog $change_log;
	public readonly WarehouseList $warehouses;
	public readonly SettingsSchema $settings_schema;
	public readonly RouteArguments $route_arguments;
	public readonly SettingsStore $settings;
	public readonly ApiKeyStore $key;
	public readonly ChangeTimes $change_times;
	public readonly SecretAddress $tick_address;
	public readonly SecretAddress $webhook_address;
	public readonly KeyCrmOfficialPlugin $official;
	public readonly ConflictingPlugins $conflicting_plugins;
	public readonly ShopStockSettings $shop_stock_settings;
	public readonly Catalogue $catalogue;
	public readonly StockWriter $writer;
	public readonly StockStatusCheck $stock_check;
	public readonly StockStatusRepairer $status_repairer;
	public readonly StockEndpoint $stock_endpoint;
	public readonly OfferEndpoint $offer_endpoint;
	public readonly OrderEndpoint $order_endpoint;
	public readonly ProductEndpoint $product_endpoint;
	public readonly OfferWords $offer_words;
	public readonly DetailsEndpoint $details_endpoint;
	public readonly Scheduler $schedule;
	public readonly SettingsFingerprint $fingerprint;
	public readonly RunService $runs;
	public readonly RunAlerts $alerts;
	public readonly SyncStatusReader $sync_status;
	public readonly FactsReader $facts;
	public readonly UndoItems $undo_items;
	public readonly UndoService $undo;
	public readonly RefreshStarter $refresh;
	public readonly Worker $worker;
	public readonly WakeUp $wake_up;
	public readonly WakeUpMemory $wake_up_memory;
	public readonly SecretAddress $wake_up_address;
	public readonly Retention $retention;
	public readonly Notifications $notifications;
	public readonly OwnerNotifier $owner_notifier;
	public readonly RunLogger $run_logger;
	public readonly FullReadCheckpoint $full_read;
	public readonly TranslationSets $translation_sets;
	public readonly OrderReadCheckpoint $order_reads;
	public readonly OrderChannelStore $order_channel;
	public readonly OpenOrderModeChooser $open_order_mode;
	public readonly AvailabilityInputs $availability_inputs;
	public readonly StockExplainer $stock_explainer;
	public readonly ProductStates $product_states;
	public readonly ProductStateFilter $product_state_filter;

	public readonly DirectionSwitch $direction_switch;

	public readonly RateLimiter $limiter;

	public function __construct( public readonly \wpdb $wpdb, string $contract_folder ) {
		$this->clock               = new Clock();
		$this->database            = new Database( $wpdb );
		$this->options             = new Options( $this->database );
		$this->schema              = new Schema( $this->database, $this->clock->now_ms( ... ) );
		$this->levels              = new LevelTable( $this->database, $this->clock->now_ms( ... ) );
		$this->dirty_offers        = new DirtyOffers( $this->database );
		$this->dirty_orders        = new DirtyOrders( $this->database );
		$this->matches             = new LevelMatches( $this->database );
		$this->write_marks         = new LevelWriteMarks( $this->database );
		$this->run_table           = new RunTable( $this->database );
		$this->changes             = new ChangeTable( $this->database );
		$this->change_log          = new ChangeLog( $this->database );
		$this->warehouses          = new WarehouseList( $this->options );
		$this->settings_schema     = new SettingsSchema( $contract_folder . '/settings.json' );
		$this->route_arguments     = new RouteArguments( $contract_folder . '/arguments.json' );
		$this->settings            = new SettingsStore( $this->settings_schema, $this->options );
		$this->key                 = new ApiKeyStore( $this->options, new SiteAddress( $this->options ) );
		$this->change_times        = new ChangeTimes( $this->options, $this->settings_schema, $this->clock->now_ms( ... ) );
		$this->tick_address        = SecretAddress::tick( $this->options );
		$this->webhook_address     = SecretAddress::webhook( $this->options );
		$this->official            = new KeyCrmOfficialPlugin();
		$this->conflicting_plugins = new ConflictingPlugins( $this->official );
		$this->shop_stock_settings = new ShopStockSettings();
		$translations              = new Translations( $this->database );
		$this->catalogue           = new Catalogue( $this->database, $translations );
		$this->writer              = new StockWriter( $this->database, $this->catalogue, $this->shop_stock_settings, $this->official );
		$this->stock_check         = new StockStatusCheck( $this->database, new ProductCaches( $this->database ) );
		$this->status_repairer     = new StockStatusRepairer( $this->changes, $this->catalogue, $this->stock_check, $this->writer, new ManualRuns( $this->database ), $this->run_table );

		$this->limiter = new RateLimiter(
			new AtomicOption( $this->database, 'keycrm_stock_pace' ),
			fn (): int => min(
				$this->settings->get()->requests_per_minute,
				$this->official->uses_key( $this->key->get() ) ? self::SHARED_KEY_REQUESTS : PHP_INT_MAX
			)
		);
		$client               = $this->client_for( null );
		$this->stock_endpoint = new StockEndpoint( $client );
		$this->offer_endpoint = new OfferEndpoint( $client );
		$this->order_endpoint = new OrderEndpoint( $client );
		$this->product_endpoint = new ProductEndpoint( $client );
		$this->offer_words = new OfferWords( $client );
		$this->details_endpoint = new DetailsEndpoint( $client );

		$this->full_read           = new FullReadCheckpoint( $this->options, fn (): string => $this->account() );
		$this->translation_sets    = new TranslationSets( $this->catalogue );
		$this->order_reads         = new OrderReadCheckpoint( new AtomicOption( $this->database, OrderReadCheckpoint::OPTION ), $this->account( ... ) );
		$this->order_channel       = new OrderChannelStore( $this->options, $this->account( ... ) );
		$this->open_order_mode     = new OpenOrderModeChooser( $this->settings, $this->order_channel, $this->order_reads );
		$this->availability_inputs = new AvailabilityInputs( new OpenOrders( $this->database ), new OrderLineTable( $this->database ), new ProductBuffers( $this->database ), $this->settings, $this->open_order_mode, $this->clock );
		$this->stock_explainer     = new StockExplainer( $this->catalogue, $this->translation_sets, $this->levels, $this->availability_inputs, $this->full_read );

		$this->product_states       = new ProductStates( $this->catalogue, $this->run_table, $this->changes, $this->matches );
		$this->product_state_filter = new ProductStateFilter( $this->product_states, $this->changes, $this->matches, new ProductListFilter( $this->database, $translations, new ExcludedCategories( $this->database, new CatalogueRows( $this->database ) ) ) );

		$this->alerts      = new RunAlerts( $this->database );
		$this->schedule    = new Scheduler( $this->settings, $this->clock );
		$this->sync_status = new SyncStatusReader( $this->run_table, $this->alerts, $this->schedule, $this->clock );
		$this->fingerprint = new SettingsFingerprint( $this->settings, $this->open_order_mode->effective( ... ), $this->account( ... ) );
		$this->undo_items  = new UndoItems( $this->catalogue, new SoldQuantities( $this->database ), $this->settings );

		$pipelines       = RunPipelines::all( $this );
		$this->runs      = new RunService( $this->run_table, $this->alerts, $this->schedule, $this->key, $this->fingerprint, $pipelines, $this->clock );
		$this->direction_switch = new DirectionSwitch( $this->run_table, $this->runs, $this->dirty_offers, $this->write_marks, new WrittenSide( $this->options ) );
		$undo_plans      = array(
			Side::Shop->value   => RunPipelines::undo_plan( $this ),
			Side::KeyCrm->value => PushPipelines::undo_plan( $this ),
		);
		$this->undo      = new UndoService( $this->run_table, $this->changes, $undo_plans, $this->runs, $this->change_times );
		$this->facts     = new FactsReader( $this->sync_status, $this->runs, $this->full_read, $this->settings, $this->change_times, $this->key, $this->shop_stock_settings );
		$runner          = new Runner( $this->run_table, $pipelines, new StepFailures( new RetryPolicy(), $this->clock ), $this->clock );
		$this->retention = new Retention( $this->run_table, $this->changes, $this->levels, new OrderLineTable( $this->database ), $this->settings, $this->clock, $this->database );
		$this->refresh   = new RefreshStarter( $this->run_table, $this->runs, $this->dirty_offers, $this->full_read, $this->shop_stock_settings, $this->schedule, $this->clock );
		$this->worker    = new Worker( $this->run_table, $this->runs, $runner, $this->schedule, $this->refresh, RunPipelines::changed_orders( $this ), $this->clock );

		$this->wake_up_memory  = new WakeUpMemory( new AtomicOption( $this->database, WakeUpMemory::OPTION ) );
		$this->wake_up_address = SecretAddress::wake_up( $this->options );
		$this->wake_up         = new WakeUp( $this->refresh, $this->worker, $this->dirty_orders, new Loopback( $this->wake_up_address ), $this->wake_up_memory, new AwakeUntil( $this->options ), $this->clock );

		$this->notifications  = new Notifications( new AtomicOption( $this->database, 'keycrm_stock_told' ), $this->clock->now_ms( ... ) );
		$this->owner_notifier = new OwnerNotifier( $this->run_table, $this->alerts, $this->notifications, $this->settings, new Mailer( $this->settings ), $this->facts );
		$this->run_logger     = new RunLogger( $this->run_table );
	}

	/** With another key than the saved one, to test the connection. */
	public function stocks_for( ?string $other_key ): StockEndpoint {
		return new StockEndpoint( $this->client_for( $other_key ) );
	}

	/** Differs for each account, because what is remembered of one must not be used for another. */
	public function account(): string {
		return wp_hash( self::api_base_url() . ' ' . $this->key->get() );
	}

	/** Only wp-config.php can change the host, so that no user of wp-admin can send the key to a host of their own. */
	public static function api_base_url(): string {
		$url = defined( 'KEYCRM_STOCK_API_BASE_URL' ) ? constant( 'KEYCRM_STOCK_API_BASE_URL' ) : '';
		return is_string( $url ) && '' !== $url ? rtrim( $url, '/' ) : self::API_BASE_URL;
	}

	private function client_for( ?string $other_key ): Client {
		$plain = new HttpClient( self::api_base_url(), fn (): string => $other_key ?? $this->key->get(), $this->clock->now_ms( ... ) );
		return new ThrottledClient( $plain, $this->limiter, new RetryPolicy(), $this->clock );
	}
}
