<?php
/**
 * The whole wiring, read top to bottom.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock;

use KeyCrmStock\KeyCrm\ApiAddress;
use KeyCrmStock\KeyCrm\ErrorText;
use KeyCrmStock\KeyCrm\HttpClient;
use KeyCrmStock\KeyCrm\OrderReader;
use KeyCrmStock\KeyCrm\RetryPolicy;
use KeyCrmStock\KeyCrm\StockReader;
use KeyCrmStock\Rest\ChangeJson;
use KeyCrmStock\Rest\ChangesController;
use KeyCrmStock\Rest\ConnectionController;
use KeyCrmStock\Rest\Controller;
use KeyCrmStock\Rest\CurrentRunController;
use KeyCrmStock\Rest\OrderSourcesController;
use KeyCrmStock\Rest\ReasonText;
use KeyCrmStock\Rest\RunJson;
use KeyCrmStock\Rest\RunsController;
use KeyCrmStock\Rest\SettingsController;
use KeyCrmStock\Rest\ShopFacts;
use KeyCrmStock\Rest\TickController;
use KeyCrmStock\Rest\WarehousesController;
use KeyCrmStock\Settings\ApiKeyStore;
use KeyCrmStock\Settings\SettingsSchema;
use KeyCrmStock\Settings\SettingsStore;
use KeyCrmStock\Settings\TickToken;
use KeyCrmStock\Shop\Buffers;
use KeyCrmStock\Shop\Catalogue;
use KeyCrmStock\Shop\OfficialPlugin;
use KeyCrmStock\Shop\OpenOrders;
use KeyCrmStock\Shop\OrderNumbers;
use KeyCrmStock\Shop\RecentOrders;
use KeyCrmStock\Shop\ShopState;
use KeyCrmStock\Shop\StockWriter;
use KeyCrmStock\Shop\Translations;
use KeyCrmStock\Store\ChangeTable;
use KeyCrmStock\Store\Database;
use KeyCrmStock\Store\LevelTable;
use KeyCrmStock\Store\LookMemory;
use KeyCrmStock\Store\OrderNotes;
use KeyCrmStock\Store\RunTable;
use KeyCrmStock\Store\Schema;
use KeyCrmStock\Store\SharedState;
use KeyCrmStock\Store\WarehouseList;
use KeyCrmStock\Store\WholeReadMemory;
use KeyCrmStock\Sync\Claims;
use KeyCrmStock\Sync\Clock;
use KeyCrmStock\Sync\Guard;
use KeyCrmStock\Sync\GuardStep;
use KeyCrmStock\Sync\LocalLook;
use KeyCrmStock\Sync\OrderFindings;
use KeyCrmStock\Sync\OrderLook;
use KeyCrmStock\Sync\OrderSearch;
use KeyCrmStock\Sync\OrdersStep;
use KeyCrmStock\Sync\OwnList;
use KeyCrmStock\Sync\OwnOrders;
use KeyCrmStock\Sync\OwnSkus;
use KeyCrmStock\Sync\OwnSurvey;
use KeyCrmStock\Sync\PacedOrders;
use KeyCrmStock\Sync\PacedReader;
use KeyCrmStock\Sync\Pacer;
use KeyCrmStock\Sync\PlanPage;
use KeyCrmStock\Sync\PlanStep;
use KeyCrmStock\Sync\ProductSums;
use KeyCrmStock\Sync\RateLimiter;
use KeyCrmStock\Sync\ReadStep;
use KeyCrmStock\Sync\Runner;
use KeyCrmStock\Sync\Runs;
use KeyCrmStock\Sync\Schedule;
use KeyCrmStock\Sync\Terms;
use KeyCrmStock\Sync\TranslationSets;
use KeyCrmStock\Sync\WholeList;
use KeyCrmStock\Sync\Worker;
use KeyCrmStock\Sync\WriteStep;
use KeyCrmStock\Sync\WriteTargets;
use KeyCrmStock\Value\RunPhase;

defined( 'ABSPATH' ) || exit;

/** Built at most once a request, and only by requests that need it: never for a page that shoppers see. */
final class Services {

	/** KeyCRM's own plugin loses an order whose request is refused, so a shared key leaves room for it. */
	private const SHARED_KEY_REQUESTS = 40;

	public readonly Schema $schema;
	public readonly Schedule $schedule;
	public readonly Worker $worker;
	public readonly ProductSums $sums;

	/** @var list<Controller> */
	public readonly array $controllers;

	public function __construct( \wpdb $wpdb, string $contract_folder ) {
		$clock      = new Clock();
		$database   = new Database( $wpdb );
		$levels     = new LevelTable( $database );
		$runs       = new RunTable( $database );
		$changes    = new ChangeTable( $database );
		$warehouses = new WarehouseList();

		$settings_schema = new SettingsSchema( $contract_folder . '/settings.json' );
		$settings        = new SettingsStore( $settings_schema );
		$key             = new ApiKeyStore();
		$token           = new TickToken();

		$official     = new OfficialPlugin();
		$translations = new Translations( $wpdb );
		$shop         = new ShopState();
		$catalogue    = new Catalogue( $wpdb, $translations );
		$writer       = new StockWriter( $wpdb, $catalogue, $shop, $official );

		$retry      = new RetryPolicy();
		$error_text = new ErrorText();
		$limiter    = new RateLimiter(
			new SharedState( $database, 'keycrm_stock_pace' ),
			static fn (): int => min(
				$settings->get()->requests_per_minute,
				$official->uses_key( $key->get() ) ? self::SHARED_KEY_REQUESTS : PHP_INT_MAX
			)
		);
		$pacer      = new Pacer( $limiter, $retry, $clock );
		$client_for = static fn ( ?string $other_key ): HttpClient => new HttpClient( ApiAddress::base_url(), static fn (): string => $other_key ?? $key->get() );
		$reader_for = static fn ( ?string $other_key ): PacedReader => new PacedReader( new StockReader( $client_for( $other_key ) ), $pacer );
		$reader     = $reader_for( null );
		$whole_read = new WholeReadMemory( static fn (): string => wp_hash( ApiAddress::base_url() . $key->get() ) );
		$sets       = new TranslationSets( $catalogue );
		$own_skus   = new OwnSkus( $catalogue, $sets, $levels );

		$notes       = new OrderNotes( $database );
		$open_orders = new OpenOrders( $wpdb );
		$recent      = new RecentOrders( $wpdb );
		$numbers     = new OrderNumbers( $wpdb, $official );
		$paced       = new PacedOrders( new OrderReader( $client_for( null ) ), $pacer );
		$look_memory = new LookMemory( static fn (): string => wp_hash( ApiAddress::base_url() . ' ' . $key->get() ) );
		$terms       = new Terms( $open_orders, $notes, new Buffers( $wpdb ), $settings, $clock );
		$orders_step = static fn ( RunPhase $next ): OrdersStep => new OrdersStep(
			new OrderSearch( $paced, new OwnOrders( $recent, $numbers ), $look_memory, $settings, $clock ),
			new OrderLook( $paced, $open_orders, new OrderFindings( $numbers, $notes, $clock ), $look_memory, $clock ),
			new LocalLook( $recent, $notes, $clock ),
			$settings,
			$next
		);

		$steps  = array(
			RunPhase::Orders->value  => $orders_step( RunPhase::Read ),
			RunPhase::Read->value    => new ReadStep(
				$whole_read,
				new WholeList( $reader, $levels, $warehouses, $settings, $whole_read ),
				new OwnSurvey( $own_skus, $settings ),
				new OwnList( $reader, $own_skus, $levels, $warehouses ),
				$clock
			),
			RunPhase::Recheck->value => $orders_step( RunPhase::Plan ),
			RunPhase::Plan->value    => new PlanStep(
				$catalogue,
				$shop,
				$changes,
				new Claims( $levels, $catalogue ),
				new PlanPage( $sets, $levels, $changes, $terms, $clock )
			),
			RunPhase::Guard->value   => new GuardStep( $runs, new Guard(), $settings, $clock ),
			RunPhase::Write->value   => new WriteStep( $writer, $changes, new WriteTargets( $catalogue, $levels, $terms ), $settings, $clock ),
		);
		$this->sums = new ProductSums( $catalogue, $sets, $levels, $terms, $whole_read );

		$runner = new Runner( $runs, $steps, $retry, $error_text, $clock );

		$this->schema   = new Schema( $database );
		$this->schedule = new Schedule( $settings, $clock );
		$service        = new Runs( $runs, $this->schedule, $key, $clock );
		$this->worker   = new Worker( $runs, $service, $runner, $this->schedule, $clock );

		$run_json          = new RunJson( $service, $settings, $clock );
		$facts             = new ShopFacts( ApiAddress::base_url(), $token, $official, $shop, $runs );
		$this->controllers = array(
			new SettingsController( $settings, $settings_schema, $key, $this->schedule, $facts ),
			new ConnectionController( $reader_for, $error_text ),
			new WarehousesController( $reader, $levels, $warehouses, $catalogue, $clock ),
			new OrderSourcesController( $paced ),
			new CurrentRunController( $runs, $this->schedule, $run_json, $clock ),
			new RunsController( $service, $runs, $this->worker, $run_json ),
			new ChangesController( $changes, new ChangeJson( $catalogue, new ReasonText() ) ),
			new TickController( $token, $this->worker ),
		);
	}
}
