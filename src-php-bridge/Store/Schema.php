<?php
/**
 * The plugin's tables: creates and upgrades them; uninstall.php drops them.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Store;

defined( 'ABSPATH' ) || exit;

use KeyCrmStock\Database\Database;
use KeyCrmStock\Database\DatabaseError;

/**
 * Checked whenever the plugin's services are built, so that every request finds the right tables: after an update,
 * on a new site of a network, and after tables were lost while the options stayed.
 */
final class Schema {

	/** The fingerprint of the tables that exist; autoloaded. */
	public const OPTION = 'keycrm_stock_db_version';

	/** Why the tables could not be created; read only if the fingerprint differs. */
	private const PROBLEM = 'keycrm_stock_db_problem';

	/** Options about rows of the tables: forgotten if a table was lost. */
	private const MEMORIES = array( 'keycrm_stock_whole_read', 'keycrm_stock_order_look' );

	private const NAMES = array( 'levels', 'runs', 'changes', 'dirty', 'orders', 'transactions', 'asked_skus' );

	/** Shortest time between two tries, so that not every request asks a database that refuses. */
	private const TRY_EVERY_MS = 60_000;

	/** @param \Closure(): int $now_ms */
	public function __construct( private readonly Database $database, private readonly \Closure $now_ms ) {}

	/** @return list<string> Full names of the tables of a site. */
	public static function table_names( string $prefix ): array {
		return array_map( static fn ( string $name ): string => "{$prefix}keycrm_stock_$name", self::NAMES );
	}

	/** Creates or upgrades the tables if needed; otherwise costs one small statement. */
	public function ensure(): void {
		if ( ! $this->is_whole() && ! $this->was_tried_just_now() ) {
			$this->repair();
		}
	}

	/** Whether the tables are there now. */
	public function is_whole(): bool {
		return $this->is_in_place() && $this->answers();
	}

	/** Creates what is missing, even if that was tried a moment ago. */
	public function repair(): void {
		$statements = $this->statements();
		$repair     = new SchemaRepair( $this->database );
		$lost       = $this->is_in_place() && array() !== $repair->missing( $statements );
		$reason     = $repair->make( $statements );
		if ( '' !== $reason ) {
			delete_option( self::OPTION );
			update_option( self::PROBLEM, array( 'reason' => $reason, 'tried_at' => ( $this->now_ms )() ), false );
			return;
		}
		if ( $lost ) {
			array_map( 'delete_option', self::MEMORIES );
		}
		delete_option( self::PROBLEM );
		update_option( self::OPTION, $this->fingerprint(), true );
	}

	/** Why the tables do not exist, in the database server's words; '' if they do, or it was not tried yet. */
	public function problem(): string {
		return $this->is_in_place() ? '' : $this->last_failure()['reason'];
	}

	/** Whether the tables existed with all columns when this was last checked. */
	public function is_in_place(): bool {
		return get_option( self::OPTION ) === $this->fingerprint();
	}

	private function was_tried_just_now(): bool {
		$age = ( $this->now_ms )() - $this->last_failure()['tried_at'];
		return ! $this->is_in_place() && $age >= 0 && $age < self::TRY_EVERY_MS;
	}

	/** @return array{reason: string, tried_at: int} */
	private function last_failure(): array {
		$noted = get_option( self::PROBLEM );
		return array(
			'reason'   => is_array( $noted ) && is_string( $noted['reason'] ?? null ) ? $noted['reason'] : '',
			'tried_at' => is_array( $noted ) && is_int( $noted['tried_at'] ?? null ) ? $noted['tried_at'] : 0,
		);
	}

	/** Options may outlive tables, if a move or a backup leaves the tables out. */
	private function answers(): bool {
		try {
			$this->database->quietly( fn (): int => $this->database->run( 'SELECT 1 FROM ' . implode( ', ', array_keys( $this->statements() ) ) . ' LIMIT 0' ) );
			return true;
		} catch ( DatabaseError ) {
			return false;
		}
	}

	/** Changes whenever a statement is changed, so no version number has to be kept. */
	private function fingerprint(): string {
		return substr( md5( implode( $this->statements() ) ), 0, 12 );
	}

	/** @return array<string, string> CREATE TABLE by the table's full name. */
	private function statements(): array {
		return array_combine(
			array_map( $this->database->table( ... ), self::NAMES ),
			array( $this->levels(), $this->runs(), $this->changes(), $this->dirty(), $this->orders(), $this->transactions(), $this->asked_skus() )
		);
	}

	/*
	 * SKUs are compared byte by byte (utf8mb4_bin): the site's own collation would take "abc" for
	 * "ABC". `product_id` is the shop product with the SKU, `twin_id` a second one. `written_to` is the product
	 * whose number came from here (kept as long as the row, because changes are deleted with age). `listed_in` is the
	 * last run in whose complete read the offer was. `gone_in` is the run that asked for it by id, and it did not come.
	 * `read_at` is when KeyCRM was asked (which read is newer?), `stored_at` when the answer was there (were the orders
	 * read later?), both in unix milliseconds. 0 stands for none, because a NULL that is filled in later makes the row
	 * longer, and the server must move it.
	 */
	private function levels(): string {
		return $this->create( 'levels', '
			offer_id bigint(20) unsigned NOT NULL,
			sku varchar(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT \'\',
			sku_key varchar(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT \'\',
			quantity decimal(20,6) NULL,
			reserve decimal(20,6) NULL,
			warehouses longtext NOT NULL,
			problem varchar(20) NOT NULL DEFAULT \'\',
			product_id bigint(20) unsigned NOT NULL DEFAULT 0,
			twin_id bigint(20) unsigned NOT NULL DEFAULT 0,
			read_at bigint(20) unsigned NOT NULL,
			stored_at bigint(20) unsigned NOT NULL DEFAULT 0,
			listed_in bigint(20) unsigned NOT NULL DEFAULT 0,
			written_to bigint(20) unsigned NOT NULL DEFAULT 0,
			gone_in bigint(20) unsigned NOT NULL DEFAULT 0,
			PRIMARY KEY  (offer_id),
			KEY sku (sku),
			KEY sku_key (sku_key),
			KEY product_id (product_id),
			KEY listed_in (listed_in)' );
	}

	/* `active` is 1 or NULL, and NULLs are never equal: the database itself refuses a second active run in a lane. */
	private function runs(): string {
		return $this->create( 'runs', '
			id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			mode varchar(20) NOT NULL,
			lane varchar(20) NOT NULL,
			side varchar(10) NOT NULL DEFAULT \'shop\',
			active tinyint(1) unsigned NULL,
			`trigger` varchar(20) NOT NULL,
			status varchar(20) NOT NULL,
			phase varchar(20) NOT NULL,
			`cursor` longtext NOT NULL,
			counts longtext NOT NULL,
			progress_done bigint(20) unsigned NOT NULL DEFAULT 0,
			progress_total bigint(20) unsigned NOT NULL DEFAULT 0,
			requests bigint(20) unsigned NOT NULL DEFAULT 0,
			attempts int(10) unsigned NOT NULL DEFAULT 0,
			refusals int(10) unsigned NOT NULL DEFAULT 0,
			waits_for varchar(20) NOT NULL DEFAULT \'\',
			resume_at bigint(20) unsigned NULL,
			lease_owner varchar(40) NOT NULL DEFAULT \'\',
			lease_until bigint(20) unsigned NOT NULL DEFAULT 0,
			saves bigint(20) unsigned NOT NULL DEFAULT 0,
			started_at bigint(20) unsigned NOT NULL,
			updated_at bigint(20) unsigned NOT NULL,
			finished_at bigint(20) unsigned NULL,
			planned_at bigint(20) unsigned NULL,
			error longtext NULL,
			guard longtext NULL,
			confirmed longtext NULL,
			read_plan longtext NULL,
			undoes bigint(20) unsigned NOT NULL DEFAULT 0,
			follow_up longtext NULL,
			settings varchar(40) NOT NULL DEFAULT \'\',
			deaths int(10) unsigned NOT NULL DEFAULT 0,
			database_faults int(10) unsigned NOT NULL DEFAULT 0,
			PRIMARY KEY  (id),
			UNIQUE KEY one_active (active,lane),
			KEY status (status,mode)' );
	}

	/* `before` and `after` are quantities of the `side`: the shop's stock, or what KeyCRM has for sale. */
	private function changes(): string {
		return $this->create( 'changes', '
			id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
			run_id bigint(20) unsigned NOT NULL,
			side varchar(10) NOT NULL DEFAULT \'shop\',
			product_id bigint(20) unsigned NOT NULL,
			offer_id bigint(20) unsigned NULL,
			sku varchar(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT \'\',
			sku_key varchar(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT \'\',
			name varchar(200) NOT NULL DEFAULT \'\',
			words varchar(460) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT \'\',
			`before` decimal(20,6) NULL,
			`after` decimal(20,6) NULL,
			outcome varchar(20) NOT NULL,
			reason varchar(500) NOT NULL DEFAULT \'\',
			parts longtext NULL,
			planned_at bigint(20) unsigned NOT NULL,
			written_at bigint(20) unsigned NOT NULL DEFAULT 0,
			members longtext NULL,
			PRIMARY KEY  (id),
			UNIQUE KEY run_product (run_id,product_id),
			KEY run_outcome (run_id,outcome,product_id),
			KEY run_key (run_id,sku_key),
			KEY product_id (product_id,id),
			KEY planned_at (planned_at),
			KEY written_at (written_at)' );
	}

	/*
	 * What KeyCRM has said to have changed: offers by id, or by SKU where the id is unknown, and orders by KeyCRM's id.
	 * Texts have one character set, because wpdb lets only ASCII into a table with several. `since` grows with every mark. `run_id` is the run that has claimed the row, `asked_since` the mark that it has answered.
	 */
	private function dirty(): string {
		return $this->create( 'dirty', '
			order_id bigint(20) unsigned NOT NULL DEFAULT 0,
			offer_id bigint(20) unsigned NOT NULL DEFAULT 0,
			sku_hash char(32) NOT NULL DEFAULT \'\',
			sku varchar(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT \'\',
			since bigint(20) unsigned NOT NULL,
			run_id bigint(20) unsigned NOT NULL DEFAULT 0,
			asked_since bigint(20) unsigned NOT NULL DEFAULT 0,
			PRIMARY KEY  (order_id,offer_id,sku_hash)' );
	}

	/* `line_id` is KeyCRM's line, or the shop's order where the note is about all of it; `order_id` is always the shop's. */
	private function orders(): string {
		return $this->create( 'orders', '
			way varchar(20) NOT NULL,
			line_id bigint(20) unsigned NOT NULL,
			order_id bigint(20) unsigned NOT NULL,
			crm_order_id bigint(20) unsigned NOT NULL DEFAULT 0,
			sku varchar(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT \'\',
			quantity decimal(20,6) NOT NULL DEFAULT 0,
			state varchar(20) NOT NULL,
			changed_at bigint(20) unsigned NOT NULL DEFAULT 0,
			counted_at bigint(20) unsigned NULL,
			taken_at bigint(20) unsigned NULL,
			seen_at bigint(20) unsigned NOT NULL,
			PRIMARY KEY  (way,line_id),
			KEY order_id (order_id),
			KEY crm_order_id (crm_order_id),
			KEY seen_at (seen_at)' );
	}

	/* One row for each transaction under way: see Database\Transaction. */
	private function transactions(): string {
		return $this->create( 'transactions', '
			token varchar(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
			begun_at bigint(20) unsigned NOT NULL,
			PRIMARY KEY  (token)' );
	}

	/* SKUs for which KeyCRM had no offer when it was asked, and when that was. The hash is what tells "abc" from "ABC" on any server. */
	private function asked_skus(): string {
		return $this->create( 'asked_skus', '
			sku_hash char(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
			asked_at bigint(20) unsigned NOT NULL,
			PRIMARY KEY  (sku_hash),
			KEY asked_at (asked_at)' );
	}

	/** Each column stands on a line of its own, as dbDelta() needs it. */
	private function create( string $name, string $columns ): string {
		return 'CREATE TABLE ' . $this->database->table( $name ) . " ($columns\n) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;";
	}
}
