@echo off
rem SPDX-License-Identifier: EPL-2.0
rem vesalius [-data FOLDER]: the window, on that workspace. vesalius command ...: the command line, without a window.
rem Java: JAVA_HOME, or the java of PATH; 17 or newer.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
where /q java 2>nul
if errorlevel 1 if not exist "%JAVA%.exe" (
  echo vesalius: there is no Java. Install Java 17 or newer, or set JAVA_HOME to it. 1>&2
  exit /b 5
)
for %%f in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%f"
if not "%~1"=="" if not "%~1"=="-data" goto command
start "" "%JAVA%w" -Xmx2g -Djava.awt.headless=true -Declipse.log.include.commandline=false -Dslf4j.internal.verbosity=ERROR -jar "%LAUNCHER%" %*
exit /b
:command
"%JAVA%" -Xmx2g -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.awt.headless=true -Declipse.log.include.commandline=false -Dslf4j.internal.verbosity=ERROR -jar "%LAUNCHER%" -nosplash -application org.vesalius.cli.app -data @none %*
exit /b %ERRORLEVEL%
