using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Schematic.Api.Persistence.PostgreSql;
using Schematic.Api.Persistence.Sqlite;

Console.WriteLine("The start-up project of \"dotnet ef\"; see CONTRIBUTING.md.");

internal sealed class SqliteFactory : IDesignTimeDbContextFactory<SqliteSchematicDb>
{
    public SqliteSchematicDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteSchematicDb>().UseSqlite("Data Source=:memory:").Options);
}

internal sealed class PostgreSqlFactory : IDesignTimeDbContextFactory<PostgreSqlSchematicDb>
{
    public PostgreSqlSchematicDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlSchematicDb>().UseNpgsql("Host=127.0.0.1;Database=x").Options);
}
