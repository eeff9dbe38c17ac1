using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.Companies;
using Schematic.Api.Entities;
using Schematic.Api.Entitlements;
using Schematic.Api.Environments;
using Schematic.Api.Evaluation;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Sql;
using Schematic.Api.Tests.Plans;
using Schematic.Testing.Hosting;

namespace Schematic.Api.Tests.Companies;

/// <summary>Callers that ask while others are answered.</summary>
public sealed class CompanyStandingsTests(SqliteApi api) : PlanTopic(api), IClassFixture<SqliteApi>, IAsyncLifetime
{
    private HeldDatabase _database = null!;
    private CompanyStandings _standings = null!;
    private EntitlementCatalog _catalog = null!;
    private int _production;

    public async ValueTask InitializeAsync()
    {
        _database = new HeldDatabase(Server.Services.GetRequiredService<IDatabase>());
        _standings = new CompanyStandings(_database, TimeProvider.System);
        await using var db = Server.Services.GetRequiredService<IDatabase>().OpenAccount();
        _production = await db
            .Environments.Where(static row => row.Name == "Production")
            .Select(static row => row.Seq)
            .SingleAsync();
        _catalog = await CatalogAsync();
    }

    public ValueTask DisposeAsync()
    {
        _database.Release();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Who_waited_shares_one_read_and_gets_their_own_company()
    {
        var plan = await SoldPlanAsync(Contracts.Plans.PlanType.Plan, (await NewFeatureAsync(), null));
        _catalog = await CatalogAsync();
        var (with, without) = (await DetailAsync(), await DetailAsync());
        await AssignAsync(with.Id, plan.Id);
        var busy = await BusyAsync(without);
        var waiting = new[] { with, without, with }.Select(ReadAsync).ToList();

        _database.Release();

        var standings = await Task.WhenAll(waiting);
        Assert.Equal([with.Id, without.Id, with.Id], standings.Select(static standing => standing.Company.Id));
        Assert.Equal([1, 0, 1], standings.Select(static standing => standing.Grants.Plans.Count));
        await busy;
        Assert.Equal([_production, _production], _database.Opened);
    }

    [Fact]
    public async Task Environments_are_read_apart()
    {
        var company = await DetailAsync();
        var busy = await BusyAsync(company);
        var ours = ReadAsync(company);
        var theirs = _standings.ReadAsync(_production + 1000, _catalog, company, Cancellation);

        _database.Release();

        await Task.WhenAll(ours, theirs, busy);
        Assert.Equal([_production, _production, _production + 1000], _database.Opened);
    }

    [Fact]
    public async Task A_failure_reaches_all_who_shared_it_and_nobody_after_them()
    {
        var company = await DetailAsync();
        var busy = await BusyAsync(company);
        _database.FailNext();
        var (first, second) = (ReadAsync(company), ReadAsync(company));

        _database.Release();

        await Assert.ThrowsAsync<IOException>(() => first);
        await Assert.ThrowsAsync<IOException>(() => second);
        await busy;
        Assert.Same(company, (await ReadAsync(company)).Company);
    }

    [Fact]
    public async Task Who_leaves_does_not_wait()
    {
        using var left = new CancellationTokenSource();
        var company = await DetailAsync();
        var busy = await BusyAsync(company);
        var abandoned = _standings.ReadAsync(_production, _catalog, company, left.Token);

        await left.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            abandoned.WaitAsync(TimeSpan.FromSeconds(20), Cancellation)
        );
        _database.Release();
        await busy;
    }

    private Task<CompanyStanding> ReadAsync(EntityDetail company) =>
        _standings.ReadAsync(_production, _catalog, company, Cancellation);

    /// <summary>One that is being read, so that others wait.</summary>
    private async Task<Task<CompanyStanding>> BusyAsync(EntityDetail company)
    {
        var busy = ReadAsync(company);
        await _database.Asked.WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
        return busy;
    }

    private async Task<EntityDetail> DetailAsync()
    {
        var company = await NewCompanyAsync(Unique("acme"));
        await using var db = Server.Services.GetRequiredService<IDatabase>().Open(_production);
        var seq = await db.Companies.Where(row => row.Id == company.Id).Select(static row => row.Seq).SingleAsync();
        return (await EntityReader.DetailsAsync(db, [seq], Cancellation)).Single();
    }

    private async Task<EntitlementCatalog> CatalogAsync() =>
        (await Server.Services.GetRequiredService<FlagSnapshots>().OfAsync(_production, Cancellation)).Catalog;

    /// <summary>A database that opens nothing until it is released.</summary>
    private sealed class HeldDatabase(IDatabase inner) : IDatabase
    {
        private readonly TaskCompletionSource _asked = new();
        private readonly TaskCompletionSource _released = new();
        private bool _failNext;

        public Task Asked => _asked.Task;

        /// <summary>The environment of each read.</summary>
        public List<int> Opened { get; } = [];

        public SqlDialect Dialect => inner.Dialect;

        public void Release() => _released.TrySetResult();

        public void FailNext() => _failNext = true;

        public SchematicDb Open(int environmentSeq)
        {
            Opened.Add(environmentSeq);
            _asked.TrySetResult();
            _released.Task.Wait();
            if (Opened.Count == 2 && _failNext)
                throw new IOException("Gone.");
            return inner.Open(environmentSeq);
        }

        public Task<T> WriteAsync<T>(
            int environmentSeq,
            Func<SchematicDb, CancellationToken, Task<T>> work,
            CancellationToken cancellationToken
        ) => inner.WriteAsync(environmentSeq, work, cancellationToken);

        public Task MigrateAsync(CancellationToken cancellationToken) => inner.MigrateAsync(cancellationToken);

        public Task CloseAsync(CancellationToken cancellationToken) => inner.CloseAsync(cancellationToken);
    }
}
