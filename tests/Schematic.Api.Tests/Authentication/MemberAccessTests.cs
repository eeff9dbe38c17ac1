using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using Schematic.Api.Tests.Members;
using Schematic.Api.Tests.Persistence;
using Schematic.Contracts.Members;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.Authentication;

/// <summary>Every operation that changes something, in the name of members with each single permission.</summary>
public abstract class MemberAccessTests(ApiFixture api) : ApiTopic(api)
{
    /// <summary>
    /// What a change needs of a member, as the domain says it; the first line that the path begins with counts. What is
    /// not here is for admins.
    /// </summary>
    private static readonly (string Path, AccountMemberPermission? Permission)[] Needed =
    [
        ("/flags/check", null),
        ("/flags/{key}/", null),
        ("/flags/{flag_id}/impact", null),
        ("/company-plans/{company_id}/preview", null),
        ("/plan-version-migrations/preview", null),
        ("/audience/", null),
        ("/flags/{flag_id}/rules", AccountMemberPermission.FlagRulesEdit),
        ("/flags", AccountMemberPermission.FlagsEdit),
        ("/unknown-flags", AccountMemberPermission.FlagsEdit),
        ("/features", AccountMemberPermission.FeaturesEdit),
        ("/company-memberships", AccountMemberPermission.CompanyUsersEdit),
        ("/company-overrides", AccountMemberPermission.OverridesEdit),
        ("/compan", AccountMemberPermission.CompaniesEdit),
        ("/user", AccountMemberPermission.CompanyUsersEdit),
        ("/entity-", AccountMemberPermission.CompaniesEdit),
        ("/event", AccountMemberPermission.CompaniesEdit),
        ("/batch", AccountMemberPermission.CompaniesEdit),
        ("/e", AccountMemberPermission.CompaniesEdit),
        ("/billing/credits", AccountMemberPermission.PlanBillingEdit),
        ("/plan-entitlements", AccountMemberPermission.PlanEntitlementsEdit),
        ("/plans/version", AccountMemberPermission.PlanVersionsEdit),
        ("/plan-version-migrations", AccountMemberPermission.PlanVersionsEdit),
        ("/plan", AccountMemberPermission.PlansEdit),
    ];

    private static readonly AccountMemberPermission[] Permissions =
    [
        .. Enum.GetValues<AccountMemberPermission>().Where(static one => one != AccountMemberPermission.Unknown),
    ];

    private static readonly ConditionalWeakTable<ApiServer, Task<Team>> Teams = [];

    public static TheoryData<string, string> EveryChange { get; } =
        new(
            Operations
                .All.Where(static operation =>
                    operation.Writes && operation.Callers is not (Callers.Anyone or Callers.TheConsole)
                )
                .Select(static operation => (operation.Method, operation.Path))
        );

    [Theory]
    [MemberData(nameof(EveryChange))]
    public async Task Only_who_is_permitted_changes_it(string method, string path)
    {
        var operation = Operations.Find(method, path);
        var isForAdmins = operation.Callers == Callers.Admins;
        var needed = isForAdmins
            ? null
            : Needed.First(one => path.StartsWith(one.Path, StringComparison.Ordinal)).Permission;
        var scene = await Scene.SetAsync(Server);
        var team = await Teams.GetValue(Server, server => Team.GatherAsync(server, scene["environment_id"]));
        if (needed is null && !isForAdmins)
        {
            await SendAsync(operation, scene, team.WithNone, operation.Status);
            return;
        }

        var before = await TableDump.OfEnvironmentAsync(Server, scene["environment_id"]);
        await SendAsync(operation, scene, team.WithNone, 403);
        foreach (var permission in Permissions.Where(one => one != needed))
            await SendAsync(operation, scene, team.With[permission], 403);
        if (needed is { } environmental && team.Elsewhere.TryGetValue(environmental, out var elsewhere))
            await SendAsync(operation, scene, elsewhere, 403);
        Assert.Equal(before, await TableDump.OfEnvironmentAsync(Server, scene["environment_id"]));

        // Environments and their keys stay, for the other tests.
        if (!isForAdmins)
            await SendAsync(operation, scene, team.With[needed!.Value], operation.Status);
    }

    private async Task SendAsync(Operation operation, Scene scene, string session, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(operation.Method), operation.Address(scene));
        request.Headers.Add("X-Schematic-Api-Key", Keys.Console);
        request.Headers.Add("X-Schematic-Environment-Id", scene["environment_id"]);
        request.Headers.Add("X-Schematic-Session", session);
        if (operation.Json(scene) is { } json)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var http = Server.Http();

        using var answer = await http.SendAsync(request, Cancellation);

        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.StatusCode == (HttpStatusCode)status, $"{answer.StatusCode} {text}");
    }

    /// <summary>Sessions of members.</summary>
    /// <param name="With">With one permission, in its scope.</param>
    /// <param name="Elsewhere">With one permission, in another environment.</param>
    private sealed record Team(
        string WithNone,
        IReadOnlyDictionary<AccountMemberPermission, string> With,
        IReadOnlyDictionary<AccountMemberPermission, string> Elsewhere
    )
    {
        public static async Task<Team> GatherAsync(ApiServer server, string environmentId)
        {
            var elsewhere = (
                await server.Gateway(Keys.Staging).ApiKeys.WhoAmIAsync(TestContext.Current.CancellationToken)
            )
                .Data
                .EnvironmentId!;
            var (with, without) = (
                new Dictionary<AccountMemberPermission, string>(),
                new Dictionary<AccountMemberPermission, string>()
            );
            foreach (var permission in Permissions)
            {
                var isAccountWide =
                    permission
                    is AccountMemberPermission.FeaturesEdit
                        or AccountMemberPermission.FlagsEdit
                        or AccountMemberPermission.PlansEdit;
                with[permission] = await JoinAsync(server, isAccountWide ? "account" : environmentId, permission);
                if (!isAccountWide)
                    without[permission] = await JoinAsync(server, elsewhere, permission);
            }

            return new Team((await server.JoinAsync(AccountMemberRole.Member)).Token!, with, without);
        }

        private static async Task<string> JoinAsync(
            ApiServer server,
            string scope,
            AccountMemberPermission permission
        ) => (await server.JoinAsync(AccountMemberRole.Member, (scope, permission))).Token!;
    }
}

public sealed class MemberAccessTestsOnSqlite(SqliteApi api) : MemberAccessTests(api), IClassFixture<SqliteApi>;

public sealed class MemberAccessTestsOnPostgreSql(PostgreSqlApi api)
    : MemberAccessTests(api),
        IClassFixture<PostgreSqlApi>;
