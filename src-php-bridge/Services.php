<?php
/**
 * The wiring of what edges and phases share. Read it from top to bottom; phases stand in Steps.php, routes in Routes.php.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock;

use KeyCrmStock\Database\AtomicOption;
use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\Options;
use KeyCrmStock\KeyCrm\Client\HttpClient;
use KeyCrmStock\KeyCrm\Client\PacedOrders;
use KeyCrmStock\KeyCrm\Client\PacedReader;
use KeyCrmStock\KeyCrm\Client\Pacer;
use KeyCrmStock\KeyCrm\Client\RateLimiter;
use KeyCrmStock\KeyCrm\Client\RetryPolicy;
use KeyCrmStock\KeyCrm\Offer\OfferReader;
use KeyCrmStock\KeyCrm\Order\OrderReader;
use KeyCrmStock\KeyCrm\Stock\StockReader;
use KeyCrmStock\Notify\Journal;
use KeyCrmStock\Notify\Post;
use KeyCrmStock\Notify\Watch;
use KeyCrmStock\Settings\ApiKeyStore;
use KeyCrmStock\Settings\ChangeTimes;
use KeyCrmStock\Settings\SettingsSchema;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Settings\TickToken;
use KeyCrmStock\Shop\AfterWrite\PageCaches;
use KeyCrmStock\Shop\AfterWrite\StockStatusCheck;
use KeyCrmStock\Shop\Catalogue\Buffers;
use KeyCrmStock\Shop\Catalogue\Catalogue;
use KeyCrmStock\Shop\Catalogue\CatalogueRows;
use KeyCrmStock\Shop\Catalogue\ShopState;
use KeyCrmStock\Shop\Catalogue\Translations;
use KeyCrmStock\Shop\Exclusion\LeftAlone;
use KeyCrmStock\Shop\Exclusion\ListFilter;
use KeyCrmStock\Shop\Order\OpenOrders;
use KeyCrmStock\Shop\Order\Sales;
use KeyCrmStock\Shop\OtherPlugin\OfficialPlugin;
use KeyCrmStock\Shop\OtherPlugin\RivalWriters;
use KeyCrmStock\Shop\Stock\StockWriter;
use KeyCrmStock\Status\FactsReader;
use KeyCrmStock\Store\Change\ChangeLog;
use KeyCrmStock\Store\Change\ChangeTable;
use KeyCrmStock\Store\Level\LevelClaims;
use KeyCrmStock\Store\Level\LevelMarks;
use KeyCrmStock\Store\Level\LevelTable;
use KeyCrmStock\Store\Option\LookMemory;
use KeyCrmStock\Store\Option\OrderChannelMemory;
use KeyCrmStock\Store\Option\WarehouseList;
use KeyCrmStock\Store\Option\WholeReadMemory;
use KeyCrmStock\Store\OrderNotes;
use KeyCrmStock\Store\Run\HandRuns;
use KeyCrmStock\Store\Run\Notifications;
use KeyCrmStock\Store\Run\RunTable;
use KeyCrmStock\Store\Run\RunTroubles;
use KeyCrmStock\Store\Schema;
use KeyCrmStock\Sync\Availability\Terms;
use KeyCrmStock\Sync\Match\TranslationSets;
use KeyCrmStock\Sync\Order\OrderHolding;
use KeyCrmStock\Sync\Product\ProductSums;
use KeyCrmStock\Sync\Product\StandingFilter;
use KeyCrmStock\Sync\Product\Standings;
use KeyCrmStock\Sync\Product\StockRepair;
use KeyCrmStock\Sync\Run\AfterRuns;
use KeyCrmStock\Sync\Run\Faults;
use KeyCrmStock\Sync\Run\Retention;
use KeyCrmStock\Sync\Run\Runner;
use KeyCrmStock\Sync\Run\Runs;
use KeyCrmStock\Sync\Run\Schedule;
use KeyCrmStock\Sync\Run\SettingsFingerprint;
use KeyCrmStock\Sync\Run\Worker;
use KeyCrmStock\Sync\Status\Lookout;
use KeyCrmStock\Sync\Undo\Undo;
use KeyCrmStock\Sync\Undo\UndoPage;
use KeyCrmStock\Wiring\Steps;

defined( 'ABSPATH' ) || exit;

/** Built at most once a request, and only by requests that need it: never for a page that shoppers see. */
final class Services {

	private const API_BASE_URL = 'https://openapi.keycrm.app/v1';

	/** KeyCRM's own plugin loses an order whose request is refused, so a shared key leaves room for it. */
	private const SHARED_KEY_REQUESTS = 40;

	public readonly Clock $clock;
	public readonly Database $database;
	public readonly Options $options;
	public readonly Schema $schema;
	public readonly LevelTable $levels;
	public readonly LevelClaims $claims;
	public readonly LevelMarks $marks;
	public readonly RunTable $run_table;
	public readonly ChangeTable $changes;
	public readonly ChangeLog $log;
	public readonly WarehouseList $warehouses;
	public readonly SettingsSchema $settings_schema;
	public readonly SettingsStore $settings;
	public readonly ApiKeyStore $key;
	public readonly ChangeTimes $change_times;
	public readonly TickToken $token;
	public readonly OfficialPlugin $official;
	public readonly RivalWriters $rivals;
	public readonly ShopState $shop;
	public readonly Catalogue $catalogue;
	public readonly StockWriter $writer;
	public readonly StockStatusCheck $stock_check;
	public readonly StockRepair $repair;
	public readonly PacedReader $reader;
	public readonly PacedOrders $orders;
	public readonly Schedule $schedule;
	public readonly SettingsFingerprint $fingerprint;
	public readonly Runs $runs;
	public readonly RunTroubles $troubles;
	public readonly Lookout $lookout;
	public readonly FactsReader $facts;
	public readonly UndoPage $undo_page;
	public readonly Undo $undo;
	public readonly Worker $worker;
	public readonly AfterRuns $after_runs;
	public readonly Notifications $notifications;
	public readonly Watch $watch;
	public readonly Journal $journal;
	public readonly WholeReadMemory $whole_read;
	public readonly TranslationSets $sets;
	public readonly LookMemory $order_looks;
	public readonly OrderChannelMemory $order_channel;
	public readonly OrderHolding $order_holding;
	public readonly Terms $terms;
	public readonly ProductSums $sums;
	public readonly Standings $standings;
	public readonly StandingFilter $standing_filter;

	private readonly Pacer $pacer;

	public function __construct( public readonly \wpdb $wpdb, string $contract_folder ) {
		$this->clock           = new Clock();
		$this->database        = new Database( $wpdb );
		$this->options         = new Options( $this->database );
		$this->schema          = new Schema( $this->database, $this->clock->now_ms( ... ) );
		$this->levels          = new LevelTable( $this->database, $this->clock->now_ms( ... ) );
		$this->claims          = new LevelClaims( $this->database );
		$this->marks           = new LevelMarks( $this->database );
		$this->run_table       = new RunTable( $this->database );
		$this->changes         = new ChangeTable( $this->database );
		$this->log             = new ChangeLog( $this->database );
		$this->warehouses      = new WarehouseList( $this->options );
		$this->settings_schema = new SettingsSchema( $contract_folder . '/settings.json' );
		$this->settings        = new SettingsStore( $this->settings_schema, $this->options );
		$this->key             = new ApiKeyStore( $this->options );
		$this->change_times    = new ChangeTimes( $this->options, $this->settings_schema, $this->clock->now_ms( ... ) );
		$this->token           = new TickToken( $this->options );
		$this->official        = new OfficialPlugin();
		$this->rivals          = new RivalWriters( $this->official );
		$this->shop            = new ShopState();
		$translations          = new Translations( $this->database );
		$this->catalogue       = new Catalogue( $this->database, $translations );
		$this->writer          = new StockWriter( $this->database, $this->catalogue, $this->shop, $this->official );
		$this->stock_check     = new StockStatusCheck( $this->database, new PageCaches( $this->database ) );
		$this->repair          = new StockRepair( $this->changes, $this->catalogue, $this->stock_check, $this->writer, new HandRuns( $this->database ), $this->run_table );

		$retry        = new RetryPolicy();
		$limiter      = new RateLimiter(
			new AtomicOption( $this->database, 'keycrm_stock_pace' ),
			fn (): int => min(
				$this->settings->get()->requests_per_minute,
				$this->official->uses_key( $this->key->get() ) ? self::SHARED_KEY_REQUESTS : PHP_INT_MAX
			)
		);
		$this->pacer  = new Pacer( $limiter, $retry, $this->clock );
		$this->reader = $this->reader_for( null );
		$this->orders = new PacedOrders( new OrderReader( $this->client_for( null ) ), $this->pacer );

		$this->whole_read = new WholeReadMemory( $this->options, fn (): string => $this->account() );
		$this->sets       = new TranslationSets( $this->catalogue );
		$this->order_looks   = new LookMemory( new AtomicOption( $this->database, LookMemory::OPTION ), $this->account( ... ) );
		$this->order_channel = new OrderChannelMemory( $this->options, $this->account( ... ) );
		$this->order_holding = new OrderHolding( $this->settings, $this->order_channel, $this->order_looks );
		$this->terms      = new Terms( new OpenOrders( $this->database ), new OrderNotes( $this->database ), new Buffers( $this->database ), $this->settings, $this->order_holding, $this->clock );
		$this->sums       = new ProductSums( $this->catalogue, $this->sets, $this->levels, $this->terms, $this->whole_read );

		$this->standings       = new Standings( $this->catalogue, $this->run_table, $this->changes, $this->claims );
		$this->standing_filter = new StandingFilter( $this->standings, $this->changes, $this->claims, new ListFilter( $this->database, $translations, new LeftAlone( $this->database, new CatalogueRows( $this->database ) ) ) );

		$this->troubles   = new RunTroubles( $this->database );
		$this->schedule   = new Schedule( $this->settings, $this->clock );
		$this->lookout    = new Lookout( $this->run_table, $this->troubles, $this->schedule, $this->clock );
		$this->fingerprint = new SettingsFingerprint( $this->settings, $this->order_holding, $this->account( ... ) );
		$this->runs       = new Runs( $this->run_table, $this->troubles, $this->schedule, $this->key, $this->fingerprint, $this->clock );
		$this->facts      = new FactsReader( $this->lookout, $this->runs, $this->whole_read, $this->settings, $this->change_times, $this->key, $this->shop );
		$this->undo_page  = new UndoPage( $this->catalogue, new Sales( $this->database ), $this->settings );
		$this->undo       = new Undo( $this->run_table, $this->changes, $this->undo_page, $this->schedule, $this->clock );
		$runner           = new Runner( $this->run_table, Steps::of( $this ), new Faults( $retry, $this->clock ), $this->clock );
		$this->worker     = new Worker( $this->run_table, $this->runs, $runner, $this->schedule, $this->clock );
		$this->after_runs = new AfterRuns(
			new Retention( $this->run_table, $this->changes, $this->levels, new OrderNotes( $this->database ), $this->settings, $this->clock, $this->database ),
			$this->schedule,
			$this->clock
		);
		$this->notifications = new Notifications( new AtomicOption( $this->database, 'keycrm_stock_told' ), $this->clock->now_ms( ... ) );
		$this->watch      = new Watch( $this->run_table, $this->troubles, $this->notifications, $this->settings, new Post( $this->settings ), $this->facts );
		$this->journal    = new Journal( $this->run_table );
	}

	/** With another key than the saved one, to try it. */
	public function reader_for( ?string $other_key ): PacedReader {
		$client = $this->client_for( $other_key );
		return new PacedReader( new StockReader( $client ), new OfferReader( $client ), $this->pacer );
	}

	/** Other for each account: what is remembered of one must not be believed of another. */
	public function account(): string {
		return wp_hash( self::api_base_url() . ' ' . $this->key->get() );
	}

	/** Only wp-config.php can point the plugin elsewhere: nobody in wp-admin can send the key to a host of their own. */
	public static function api_base_url(): string {
		$url = defined( 'KEYCRM_STOCK_API_BASE_URL' ) ? constant( 'KEYCRM_STOCK_API_BASE_URL' ) : '';
		return is_string( $url ) && '' !== $url ? rtrim( $url, '/' ) : self::API_BASE_URL;
	}

	private function client_for( ?string $other_key ): HttpClient {
		return new HttpClient( self::api_base_url(), fn (): string => $other_key ?? $this->key->get() );
	}
}
