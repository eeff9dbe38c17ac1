#!/usr/bin/env bash
# Makes the first migration of both databases anew from the model. Only until the first release: a store made before is
# refused afterwards. What the model cannot say is in SearchIndex and, for PostgreSQL, EventPartitions, which the
# migration is made to call.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

dotnet tool restore
for database in Sqlite PostgreSql; do
  rm -rf "src/Schematic.Api/Persistence/$database/Migrations"
done
dotnet build tools/Schematic.Ef --configuration Release --verbosity quiet
for database in Sqlite PostgreSql; do
  folder="src/Schematic.Api/Persistence/$database/Migrations"
  dotnet ef migrations add Initial --no-build --configuration Release --project src/Schematic.Api \
    --startup-project tools/Schematic.Ef --context "${database}SchematicDb" \
    --output-dir "Persistence/$database/Migrations"
  migration=$(find "$folder" -name '*_Initial.cs')
  calls="SearchIndex.Create(migrationBuilder);"
  if [ "$database" = PostgreSql ]; then
    calls="$calls EventPartitions.Create(migrationBuilder);"
  fi
  # At the end of Up, and at the beginning of Down.
  awk -v calls="$calls" '
    /protected override void Up/ { call = "Create" }
    /protected override void Down/ { print_down = 1 }
    call == "Create" && /^        }$/ { print "\n            " calls; call = "" }
    { print }
    print_down && /^        {$/ { print "            SearchIndex.Drop(migrationBuilder);\n"; print_down = 0 }
  ' "$migration" > "$migration.new"
  mv "$migration.new" "$migration"
  grep -q 'SearchIndex.Create' "$migration" && grep -q 'SearchIndex.Drop' "$migration"
done
