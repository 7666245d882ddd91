<?php
/**
 * Prints, as JSON, where the stand-in's signatures differ from those of php-stubs/woocommerce-stubs.
 * Run from the repository: php tests/support/stand-in-signatures/compare.php
 */

declare(strict_types=1);

require __DIR__ . '/scanner.php';

ini_set( 'memory_limit', '1G' );
$root  = dirname( __DIR__, 3 );
$stubs = new SignatureScanner();
foreach ( array( 'woocommerce-stubs.php', 'woocommerce-packages-stubs.php' ) as $file ) {
	$stubs->scan( (string) file_get_contents( "$root/vendor/php-stubs/woocommerce-stubs/$file" ) );
}
$own = new SignatureScanner();
foreach ( new RecursiveIteratorIterator( new RecursiveDirectoryIterator( "$root/tests/support/woocommerce-stand-in", FilesystemIterator::SKIP_DOTS ) ) as $file ) {
	if ( 'php' === $file->getExtension() ) {
		$own->scan( (string) file_get_contents( $file->getPathname() ) );
	}
}

/** A class's own methods, with those of its traits. */
$methods_of = static function ( SignatureScanner $in, string $class ) use ( &$methods_of ): array {
	$found   = $in->classes[ $class ] ?? array( 'traits' => array(), 'methods' => array() );
	$methods = $found['methods'];
	foreach ( $found['traits'] as $trait ) {
		$methods += $methods_of( $in, $trait );
	}
	return $methods;
};

/** A method as WooCommerce's class or one of its ancestors declares it. */
$in_stubs = static function ( string $class, string $method ) use ( $stubs, $methods_of ): ?string {
	for ( ; '' !== $class && isset( $stubs->classes[ $class ] ); $class = $stubs->classes[ $class ]['parent'] ) {
		$methods = $methods_of( $stubs, $class );
		if ( isset( $methods[ $method ] ) ) {
			return $methods[ $method ];
		}
	}
	return null;
};

$differences = array();
$compared    = 0;
foreach ( $own->functions as $name => $signature ) {
	++$compared;
	$expected = $stubs->functions[ $name ] ?? 'no such function';
	if ( $expected !== $signature ) {
		$differences[] = "$name$signature, but WooCommerce: $expected";
	}
}
foreach ( array_keys( $own->classes ) as $class ) {
	if ( str_starts_with( $class, 'WooStandIn\\' ) ) {
		continue;
	}
	if ( ! isset( $stubs->classes[ $class ] ) ) {
		$differences[] = "$class, but WooCommerce has no such class";
		continue;
	}
	foreach ( $methods_of( $own, $class ) as $method => $signature ) {
		$expected = $in_stubs( $class, $method );
		// The stand-in's own methods are private, protected with a name that WooCommerce lacks, or marked.
		$is_own = str_starts_with( $signature, 'private' ) || '__call' === $method || str_starts_with( $method, 'stand_in_' ) || ( null === $expected && str_starts_with( $signature, 'protected' ) );
		if ( $is_own ) {
			continue;
		}
		++$compared;
		if ( $expected !== $signature ) {
			$differences[] = "$class::$method $signature, but WooCommerce: " . ( $expected ?? 'no such method' );
		}
	}
}
$loaded = (string) file_get_contents( "$root/tests/support/woocommerce-stand-in/autoload.php" );
foreach ( array_keys( $own->classes ) as $class ) {
	if ( ! str_contains( $loaded, "'" . str_replace( '\\', '\\\\', $class ) . "'" ) ) {
		$differences[] = "$class, but autoload.php does not know it";
	}
}
echo json_encode( array( 'compared' => $compared, 'differences' => $differences ), JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES );
