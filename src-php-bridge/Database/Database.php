<?php
/**
 * Statements to the database that fail loudly.
 *
 * @package KeyCrmStock
 */

declare( strict_types=1 );

namespace KeyCrmStock\Database;

defined( 'ABSPATH' ) || exit;

/**
 * WordPress's wpdb answers a failed statement with false, null or an empty list, and goes on. Here it is an
 * exception, so that "no rows" always means that there are none. Every statement of the plugin goes this way.
 */
final class Database {

	/**
	 * Longest statement of many rows, in bytes. Servers accept at least 1 MB. Escaping doubles quotes and backslashes,
	 * so at worst it doubles the length.
	 */
	private const STATEMENT_BYTES = 250_000;

	public readonly TableNames $names;

	/** The transaction that is open through this object. */
	private ?Transaction $transaction = null;

	public function __construct( private readonly \wpdb $wpdb ) {
		$this->names = new TableNames( $wpdb );
	}

	/** Name of one of the plugin's tables, e.g. table( 'levels' ). */
	public function table( string $name ): string {
		return $this->names->prefix . 'keycrm_stock_' . $name;
	}

	/**
	 * @param list<string|int|float|null> $values For %s, %d and %f in the statement.
	 * @return int Rows inserted, or really changed.
	 * @throws DatabaseError
	 */
	public function run( string $statement, array $values = array() ): int {
		return $this->sent( $statement, $values );
	}

	/**
	 * An INSERT of many rows, in as many statements as the server's limit of bytes asks for.
	 *
	 * @param string                            $into   INSERT INTO table (columns).
	 * @param string                            $places Placeholders of one row, in parentheses.
	 * @param list<list<string|int|float|null>> $rows
	 * @param string                            $then   What follows the rows: ON DUPLICATE KEY UPDATE …
	 * @throws DatabaseError
	 */
	public function insert_rows( string $into, string $places, array $rows, string $then ): void {
		$values = array();
		$count  = 0;
		$bytes  = 0;
		foreach ( $rows as $row ) {
			$length = strlen( $places ) + (int) array_sum( array_map( static fn ( string|int|float|null $value ): int => strlen( (string) $value ), $row ) );
			if ( $count > 0 && $bytes + $length > self::STATEMENT_BYTES ) {
				$this->run( "$into VALUES " . implode( ', ', array_fill( 0, $count, $places ) ) . " $then", $values );
				$values = array();
				$count  = 0;
				$bytes  = 0;
			}
			array_push( $values, ...$row );
			++$count;
			$bytes += $length;
		}
		if ( $count > 0 ) {
			$this->run( "$into VALUES " . implode( ', ', array_fill( 0, $count, $places ) ) . " $then", $values );
		}
	}

	/**
	 * @param list<string|int|float|null> $values
	 * @return list<array<string, string|null>> Values by column.
	 * @throws DatabaseError
	 */
	public function rows( string $statement, array $values = array() ): array {
		$this->sent( $statement, $values );
		/** @var list<array<string, string|null>> $rows */
		$rows = array_map( 'get_object_vars', array_values( $this->wpdb->last_result ?? array() ) );
		return $rows;
	}

	/**
	 * @param list<string|int|float|null> $values
	 * @return list<list<string|null>> Values in the order of the columns.
	 * @throws DatabaseError
	 */
	public function lists( string $statement, array $values = array() ): array {
		return array_map( 'array_values', $this->rows( $statement, $values ) );
	}

	/**
	 * The first column.
	 *
	 * @param list<string|int|float|null> $values
	 * @return list<string|null>
	 * @throws DatabaseError
	 */
	public function column( string $statement, array $values = array() ): array {
		return array_map( static fn ( array $row ): ?string => $row[0] ?? null, $this->lists( $statement, $values ) );
	}

	/**
	 * The first column as numbers.
	 *
	 * @param list<string|int|float|null> $values
	 * @return list<int>
	 * @throws DatabaseError
	 */
	public function ids( string $statement, array $values = array() ): array {
		return array_map( 'intval', $this->column( $statement, $values ) );
	}

	/**
	 * The first column of the first row; null where there is no row.
	 *
	 * @param list<string|int|float|null> $values
	 * @throws DatabaseError
	 */
	public function value( string $statement, array $values = array() ): ?string {
		return $this->column( $statement, $values )[0] ?? null;
	}

	public function inserted_id(): int {
		return (int) $this->wpdb->insert_id;
	}

	/** Text for a LIKE in which % and _ stand for themselves. */
	public function like( string $text ): string {
		return '%' . $this->wpdb->esc_like( $text ) . '%';
	}

	/**
	 * @param array<int> $numbers
	 * @return string For an IN (…); 0 where there is none, because an empty list is no SQL.
	 */
	public static function in( array $numbers ): string {
		return array() === $numbers ? '0' : implode( ', ', array_map( 'intval', $numbers ) );
	}

	/** @param non-empty-list<string> $texts For an IN (…). */
	public function quoted( array $texts ): string {
		// The statement contains placeholders only.
		return (string) $this->wpdb->prepare( implode( ', ', array_fill( 0, count( $texts ), '%s' ) ), $texts );
	}

	/**
	 * Runs the work without logging failed statements, for statements whose refusal is an expected answer.
	 *
	 * @template T
	 * @param callable(): T $work
	 * @return T
	 */
	public function quietly( callable $work ): mixed {
		$before = $this->wpdb->suppress_errors( true );
		try {
			return $work();
		} finally {
			$this->wpdb->suppress_errors( $before );
		}
	}

	/** Some database drop-ins read from a replica that lags behind. After this call, the request reads where it writes. */
	public function read_where_it_writes(): void {
		// HyperDB and LudicrousDB have this method; WordPress's own class does not.
		if ( is_callable( array( $this->wpdb, 'send_reads_to_masters' ) ) ) {
			$this->wpdb->send_reads_to_masters();
		}
	}

	/** Called by the transaction itself when it begins (with itself) and ends (with null). */
	public function enter( ?Transaction $transaction ): void {
		$this->transaction = $transaction;
	}

	/**
	 * A condition to be added to the WHERE of every UPDATE that belongs to an open transaction; '' outside one.
	 *
	 * If the server has rolled back, wpdb goes on outside the transaction. If it has closed the connection, wpdb
	 * connects anew and repeats the statement. With this condition the statement then changes nothing.
	 */
	public function and_in_transaction(): string {
		return null === $this->transaction ? '' : $this->transaction->and_while_it_lives();
	}

	/** The open transaction, if there is one. */
	public function transaction(): ?Transaction {
		return $this->transaction;
	}

	/**
	 * @param list<string|int|float|null> $values
	 * @throws DatabaseError
	 */
	private function sent( string $statement, array $values ): int {
		$result = $this->wpdb->query( $this->prepared( $statement, $values ) );
		if ( false === $result || '' !== $this->wpdb->last_error ) {
			$error = $this->wpdb->last_error;
			throw null === $this->transaction ? DatabaseError::from_statement( $statement, $error ) : TransactionLost::by_statement( $statement, $error );
		}
		return (int) $result;
	}

	/** @param list<string|int|float|null> $values */
	private function prepared( string $statement, array $values ): string {
		$kept = array_values( array_filter( $values, static fn ( $value ): bool => null !== $value ) );
		$text = count( $kept ) === count( $values ) ? $statement : $this->with_nulls( $statement, $values );
		// The plugin's own statement, with placeholders for every value. @phpstan-ignore argument.type
		return array() === $kept ? $text : (string) $this->wpdb->prepare( $text, $kept );
	}

	/**
	 * wpdb::prepare() cannot write NULL, so placeholders of null values are replaced first.
	 *
	 * @param list<string|int|float|null> $values
	 */
	private function with_nulls( string $statement, array $values ): string {
		$index = 0;
		return (string) preg_replace_callback(
			'/%[sdf]/',
			static function ( array $found ) use ( $values, &$index ): string {
				return null === $values[ $index++ ] ? 'NULL' : $found[0];
			},
			$statement
		);
	}
}
