using System.Text.RegularExpressions;
using Schematic.Contracts.Companies;
using Schematic.Testing;
using Schematic.Testing.Databases;
using Schematic.Testing.Hosting;
using DatabaseProvider = Schematic.Testing.Databases.DatabaseProvider;

namespace Schematic.Api.Tests.Persistence;

/// <summary>
/// The stores of all releases, and one of this build, which stands for the release that comes next.
/// <c>RELEASE_FIXTURE=1.2.0</c> makes that of a release: see CONTRIBUTING.md.
/// </summary>
public sealed partial class ReleasedStoreTests
{
    private static readonly string Fixtures = Repository.PathTo("tests", "Schematic.Api.Tests", "Fixtures");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_release_in_the_changelog_has_left_its_store() =>
        Assert.Empty(
            Release()
                .Matches(File.ReadAllText(Repository.PathTo("CHANGELOG.md")))
                .Select(static match => match.Groups[1].Value)
                .Except(Versions())
        );

    [Fact]
    public async Task This_build_opens_the_store_of_every_release_and_of_itself()
    {
        var folder = Directory.CreateTempSubdirectory("schematic-released-").FullName;
        if (Environment.GetEnvironmentVariable("RELEASE_FIXTURE") is { Length: > 0 } version)
            await ReleasedStore.CreateAsync(Path.Combine(Fixtures, version));
        List<ReleasedStore> stores =
        [
            await ReleasedStore.CreateAsync(folder),
            .. Versions().Select(static version => new ReleasedStore(Path.Combine(Fixtures, version))),
        ];

        foreach (var store in stores)
        foreach (var provider in Enum.GetValues<DatabaseProvider>())
        {
            await AssertServesAsync(await store.UnpackAsync(provider));
            await AssertServesAsync(await store.RestoreAsync(provider));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task AssertServesAsync(TestDatabase database)
    {
        await using var server = await ApiServer.StartAsync(
            database,
            new ApiServerOptions { Settings = ApiServerOptions.Blank.Settings }
        );
        var gateway = server.Gateway();
        Assert.Single(
            (await gateway.Companies.ListAsync(new CompaniesQuery { Q = ReleasedStore.Mark }, Cancellation)).Data
        );
        Assert.NotEmpty((await gateway.Plans.ListAsync(new(), Cancellation)).Data);
        Assert.NotEmpty((await gateway.Events.ListAsync(new(), Cancellation)).Data);
        Assert.True((await gateway.Flags.CheckAsync(ReleasedStore.Mark, new(), Cancellation)).Data.Value);
        var check = (await gateway.CompanyCredits.RunSelfCheckAsync(Cancellation)).Data;
        Assert.Equal((true, 0), (check.Accounts > 0, check.DifferenceCount));
        await gateway.Companies.UpsertAsync(
            new UpsertCompanyRequestBody { Keys = new Dictionary<string, string> { ["domain"] = "new" } },
            Cancellation
        );
        Assert.Empty(server.Logs.Errors);
    }

    private static IEnumerable<string> Versions() =>
        Directory.Exists(Fixtures)
            ? Directory.GetDirectories(Fixtures).Select(static folder => Path.GetFileName(folder))
            : [];

    [GeneratedRegex(@"(?m)^## \[(\d+\.\d+\.\d+)\]")]
    private static partial Regex Release();
}
