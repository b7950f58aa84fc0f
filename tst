#!/bin/sh
# Starts tst. Builds it on first use and whenever its sources are newer, and keeps an archive of loaded classes, so that
# Java starts in a fraction of its usual time. Install it with: ln -s "$PWD/tst" ~/.local/bin/tst

fail() {
    printf 'tst: %s\n' "$1" >&2
    exit 1
}

# The folder of this file, also when it was called through a symbolic link.
file=$0
while [ -h "$file" ]; do
    link=$(readlink "$file")
    case $link in
        /*) file=$link ;;
        *) file=${file%/*}/$link ;;
    esac
done
case $file in
    */*) home=$(cd "${file%/*}" && pwd -P) ;;
    *) home=$(pwd -P) ;;
esac

# The service is a program of its own; a terminal's report starts faster without it.
case $1 in
    serve | health | keys | audit) module=troubleshooter-http program=tst-server package=io.troubleshooter.http other=cli ;;
    *) module=troubleshooter-cli program=tst package=io.troubleshooter.cli other=http ;;
esac
target=$home/$module/target
jar=$target/$program.jar

if [ -n "$JAVA_HOME" ] && [ -x "$JAVA_HOME/bin/java" ]; then
    java=$JAVA_HOME/bin/java
else
    java=$(command -v java) || fail 'there is no java; install a JDK of version 17 or newer'
    java=$(readlink -f "$java" 2>/dev/null || printf '%s' "$java")
fi
jdk=${java%/bin/java}

stale() {
    [ -f "$jar" ] || return 0
    [ -d "$home/troubleshooter-core/src" ] || return 1
    [ -n "$(find "$home/pom.xml" "$home/build-tools/pom.xml" "$home/build-tools/src" \
        "$home"/troubleshooter-*/pom.xml "$home"/troubleshooter-*/src/main \
        -newer "$jar" -type f ! -path "*/troubleshooter-${other}/*" -print 2>/dev/null | head -n 1)" ]
}

build() {
    command -v mvn >/dev/null || fail "$program.jar has to be built, and there is no mvn; install Maven"
    echo 'tst: building (on first use and after changes only)' >&2
    mvn -q -f "$home/pom.xml" -Dquick -DskipTests -pl "$module" -am package </dev/null >&2 ||
        fail 'the build failed, see above'
    touch "$jar"
}

# Sets $archive to the option that names the archive of loaded classes, made anew for each jar and each JDK.
prepare() {
    native=
    for cache in "$target" "${XDG_CACHE_HOME:-$HOME/.cache}/tst"; do
        stamp=$cache/$program.stamp
        # shellcheck disable=SC3013 # dash, busybox and bash all know -nt
        if [ -f "$stamp" ] && [ "$stamp" -nt "$jar" ] && ! [ "$jdk/lib/modules" -nt "$stamp" ]; then
            { read -r of && read -r archive && read -r native; } <"$stamp"
            [ "$of" = "$java $jar" ] && return
        fi
    done
    learn_version
    for cache in "$target" "${XDG_CACHE_HOME:-$HOME/.cache}/tst"; do
        mkdir -p "$cache" 2>/dev/null && [ -w "$cache" ] && train "$cache" && return
    done
    archive=
}

# Newer Java warns of libraries that load native code (the terminal's, SQLite's) unless they are allowed to.
learn_version() {
    version=17
    while IFS='="' read -r name _ value _; do
        [ "$name" = JAVA_VERSION ] && version=${value%%[!0-9]*}
    done 2>/dev/null <"$jdk/release"
    native=
    [ "$version" -ge 22 ] && native=--enable-native-access=ALL-UNNAMED
    return 0
}

train() {
    if [ "$version" -ge 25 ]; then
        made=$1/$program.$$.aot kept=$1/$program.aot create=-XX:AOTCacheOutput= use=-XX:AOTCache=
    else
        made=$1/$program.$$.jsa kept=$1/$program.jsa create=-XX:ArchiveClassesAtExit= use=-XX:SharedArchiveFile=
    fi
    [ -t 2 ] && echo 'tst: preparing a fast start (once for each build)' >&2
    "$java" $collector -Xlog:disable $native "$create$made" -cp "$jar" "$package.Training" \
        </dev/null >/dev/null 2>&1
    if [ -s "$made" ] && mv -f "$made" "$kept"; then
        archive=$use$kept
        printf '%s\n%s\n%s\n' "$java $jar" "$archive" "$native" >"$1/$program.stamp.$$"
        mv -f "$1/$program.stamp.$$" "$1/$program.stamp"
    else
        rm -f "$made"
        return 1
    fi
}

collector=-XX:+UseSerialGC
[ "$module" = troubleshooter-http ] && collector=-XX:+UseG1GC
stale && build
prepare

# A service runs for long, and better ends than staggers on without memory: both compilers, its own exit.
if [ "$module" = troubleshooter-http ]; then
    # shellcheck disable=SC2086
    exec "$java" $collector -XX:+ExitOnOutOfMemoryError -Xlog:disable -Xlog:all=error:stderr $native \
        ${archive:+"$archive"} $TST_JAVA_OPTS -cp "$jar" "$package.Main" "$@"
fi

# The optimizing compiler pays off after some ten seconds; before that it only takes a processor from the program. So it
# is left out, except for files of more than 128 MiB and folders.
compilers=-XX:TieredStopAtLevel=1
for argument; do
    case $argument in -*) continue ;; esac # an option, and nothing that find may ever see
    if [ -d "$argument" ]; then
        compilers= && break
    elif [ -f "$argument" ] && [ -n "$(find -L "$argument" -prune -size +131072k 2>/dev/null)" ]; then
        compilers= && break
    fi
done

terminals=
for stream in 0 1 2; do
    if [ -t $stream ]; then terminals=${terminals}1; else terminals=${terminals}0; fi
done

# A chat reads a log from the pipe and keys from the terminal: the pipe moves to descriptor 3.
logs=
if [ "$1" = chat ] && ! [ -t 0 ] && (: </dev/tty) 2>/dev/null; then
    exec 3<&0 </dev/tty
    logs=-Dtst.logs=/dev/fd/3
fi

rows=0 columns=0
if [ -t 1 ]; then
    size=$(stty size 2>/dev/null </dev/tty) && rows=${size% *} columns=${size#* }
fi

# $TST_JAVA_OPTS is a list of words, so it is not quoted.
# shellcheck disable=SC2086
exec "$java" -XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable -Xlog:all=error:stderr \
    $compilers $native ${archive:+"$archive"} $logs "-Dtst.terminals=$terminals" "-Dtst.rows=$rows" "-Dtst.columns=$columns" \
    $TST_JAVA_OPTS -cp "$jar" io.troubleshooter.cli.Main "$@"
