using Microsoft.Extensions.Configuration;
using Schematic.Api.Hosting.Start;

namespace Schematic.Api.Tests.Hosting.Start;

public sealed class StartPlanTests
{
    private const string Url = "http://localhost:5080";

    private static readonly string Root = Path.GetTempPath();

    [Theory]
    [InlineData("", "Data:Path=data")]
    [InlineData("Data:Path=elsewhere/", "Data:Path=elsewhere")]
    [InlineData(
        "ConnectionStrings:Schematic=Data+Source=other/x.db",
        "ConnectionStrings:Schematic=other Data:Path=data"
    )]
    [InlineData("Database:Provider=PostgreSql ConnectionStrings:Schematic=Host=db", "Data:Path=data")]
    public void A_console_needs_its_keys_and_the_database_of_the_api(string settings, string folders)
    {
        var plan = StartPlan.Read(Configuration(settings), Root, Url);

        Assert.Equal(folders.Split(' '), FoldersOf(plan));
        Assert.Equal(
            [("ASPNETCORE_URLS", Url), ("Api:Urls", "http://localhost:5081")],
            plan.Addresses.Select(static one => (one.Setting, one.Url))
        );
        Assert.NotNull(plan.Database);
    }

    [Theory]
    [InlineData("", "Data:Path=data")]
    [InlineData("Database:Provider=PostgreSql ConnectionStrings:Schematic=Host=db", "")]
    public void An_api_alone_needs_no_folder_beside_its_database(string settings, string folders)
    {
        var plan = StartPlan.Read(Configuration(settings), Root, consoleUrl: null);

        Assert.Equal(folders.Split(' ', StringSplitOptions.RemoveEmptyEntries), FoldersOf(plan));
        Assert.Equal("Api:Urls", Assert.Single(plan.Addresses).Setting);
    }

    [Fact]
    public void A_console_alone_needs_no_database_and_no_address_of_the_api()
    {
        var plan = StartPlan.ReadConsoleAlone(Configuration(""), Root, Url);

        Assert.Equal(["Data:Path=data"], FoldersOf(plan));
        Assert.Equal(Url, Assert.Single(plan.Addresses).Url);
        Assert.Null(plan.Database);
        Assert.Null(plan.FindUser());
    }

    private static IEnumerable<string> FoldersOf(StartPlan plan) =>
        plan.Folders.Select(static folder => $"{folder.Setting}={Path.GetRelativePath(Root, folder.Path)}");

    private static IConfiguration Configuration(string settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(static setting => setting.Replace('+', ' ').Split('=', 2))
                    .Select(static pair => KeyValuePair.Create(pair[0], (string?)pair[1]))
            )
            .Build();
}
