using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Schematic.Api.AuditLog;
using Schematic.Api.Persistence;
using Schematic.Api.Tests.Authentication;
using Schematic.Api.Tests.Members;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Members;
using Schematic.Testing.Hosting;
using Keys = Schematic.Testing.Hosting.ApiKeys;

namespace Schematic.Api.Tests.AuditLog.Recording;

/// <summary>Walks every operation that changes something, carried out and refused.</summary>
public abstract class AuditedRequestsTests(ApiFixture api) : ApiTopic(api)
{
    // The console asks with a POST because it sends many, or a secret.
    private static readonly string[] AskedFor = ["/console/sessions/ended", "/console/invitations/find"];

    public static TheoryData<string, string> EveryMutation { get; } =
        new(
            Operations
                .All.Where(static operation =>
                    operation.Writes
                    && !AskedFor.Contains(operation.Path)
                    && operation.Callers is Callers.Writers or Callers.Admins or Callers.TheConsole
                )
                .Select(static operation => (operation.Method, operation.Path))
        );

    public static TheoryData<string, string> EverythingElse { get; } =
        new(
            Operations
                .All.Where(static operation =>
                    AskedFor.Contains(operation.Path)
                    || !operation.Writes
                    || operation.Callers is not (Callers.Writers or Callers.Admins or Callers.TheConsole)
                )
                .Select(static operation => (operation.Method, operation.Path))
        );

    [Theory]
    [MemberData(nameof(EveryMutation))]
    public async Task Leave_one_entry_each_whether_carried_out_or_refused(string method, string path)
    {
        var operation = Operations.Find(method, path);
        var scene = await Scene.SetAsync(Server);
        var weak = (
            await Console.ApiKeys.CreateAsync(
                new CreateApiKeyRequestBody
                {
                    Name = Unique("weak"),
                    EnvironmentId = scene["environment_id"],
                    Scopes = [ApiKeyScope.Read],
                },
                Cancellation
            )
        ).Data;
        await SettledAsync();
        var before = await LastAsync();

        var refused = await SendAsync(method, operation.Address(scene), operation.Json(scene), weak.Secret);

        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        var entry = Assert.Single(await SinceAsync(before, 1));
        Assert.Equal((403, weak.Id, ActorType.ApiKey), (entry.Status, entry.ApiKeyId, entry.ActorType));
        Assert.Contains(refused.Error[..20], entry.ToText(), StringComparison.Ordinal);

        var environment =
            path == "/environments/{environment_id}" ? (await NewEnvironmentAsync()).Id : scene["environment_id"];
        var address = operation.Address(scene).Replace(scene["environment_id"], environment, StringComparison.Ordinal);
        await SettledAsync();
        before = await LastAsync();

        var answer = await SendAsync(method, address, operation.Json(scene), Keys.Console, scene["environment_id"]);

        entry = Assert.Single(await SinceAsync(before, 1));
        Assert.Equal((int)answer.Status, entry.Status);
        Assert.Equal((method, address), (entry.Method, Uri.UnescapeDataString(entry.Url)));
        Assert.NotNull(entry.ResourceType);
        Assert.True(entry.EndedAt >= entry.StartedAt);
        Assert.Equal(operation.Json(scene) is null, entry.RequestBody is null);
    }

    [Theory]
    [MemberData(nameof(EverythingElse))]
    public async Task That_only_read_or_use_leave_none(string method, string path)
    {
        var operation = Operations.Find(method, path);
        var scene = await Scene.SetAsync(Server);
        await SettledAsync();
        var before = await LastAsync();

        await SendAsync(method, operation.Address(scene), operation.Json(scene), Keys.Console, scene["environment_id"]);
        await SendAsync("DELETE", $"/features/{Unique("nosuch")}");

        // That of the second request, which was answered later.
        var entry = Assert.Single(await SinceAsync(before, 1));
        Assert.Equal(("DELETE", 404), (entry.Method, entry.Status));
    }

    [Fact]
    public async Task Of_strangers_leave_none()
    {
        await SettledAsync();
        var before = await LastAsync();

        await SendAsync("DELETE", "/features/feat_1", apiKey: "sch_prod_nobodyhasthiskey000000000000000000");
        await SendAsync("DELETE", "/features/feat_2");

        Assert.EndsWith("feat_2", Assert.Single(await SinceAsync(before, 1)).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_signing_in_names_the_member_who_did()
    {
        var grace = await Server.JoinAsync(AccountMemberRole.Member);
        await SettledAsync();
        var before = await LastAsync();

        await SendAsync(
            "POST",
            "/console/sessions",
            $$"""{"email":"{{grace.Email}}","password":"{{MemberTeam.Password}}"}""",
            Keys.Console
        );

        var entry = Assert.Single(await SinceAsync(before, 1));
        Assert.Equal((ActorType.AppUser, 201), (entry.ActorType, entry.Status));
        Assert.Equal((grace.MemberId, grace.Name), (entry.UserId, entry.UserName));
    }

    [Fact]
    public async Task Leave_no_secret_behind()
    {
        var (password, token) = (Unique("Password"), Unique("token"));
        var key = (
            await Console.ApiKeys.CreateAsync(new CreateApiKeyRequestBody { Name = Unique("key") }, Cancellation)
        ).Data;
        await SendAsync(
            "POST",
            "/console/sessions",
            $$"""{"email":"nobody@example.com","password":"{{password}}"}""",
            Keys.Console
        );
        await SendAsync(
            "POST",
            "/companies",
            $$$"""{"keys":{"domain":"{{{key.Secret}}}"},"token":{"a":["{{{token}}}"]}}"""
        );
        await SendAsync("DELETE", $"/companies/{key.Secret}");
        await SettledAsync();

        await using var db = Server.Services.GetRequiredService<IDatabase>().OpenAccount();
        var rows = await db.AuditLog.ToListAsync(Cancellation);

        Assert.Contains(rows, static row => row.Url == "/console/sessions");
        foreach (var secret in (string[])[password, token, key.Secret, Keys.Production, Keys.Console])
            Assert.All(rows, row => Assert.DoesNotContain(secret, row.ToText(), StringComparison.Ordinal));
    }

    private async Task<long> LastAsync()
    {
        await using var db = Server.Services.GetRequiredService<IDatabase>().OpenAccount();
        return await db.AuditLog.MaxAsync(static row => (long?)row.Seq, Cancellation) ?? 0;
    }

    // Entries are completed after their requests are answered, one after the other.
    private async Task SettledAsync()
    {
        var before = await LastAsync();
        var last = Unique("last");
        await SendAsync("DELETE", $"/features/{last}");
        for (var count = 1; ; count++)
        {
            if ((await SinceAsync(before, count)).Any(row => row.Url.EndsWith(last, StringComparison.Ordinal)))
                return;
        }
    }

    private async Task<IReadOnlyList<AuditLogRow>> SinceAsync(long last, int atLeast)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (true)
        {
            await using var db = Server.Services.GetRequiredService<IDatabase>().OpenAccount();
            var rows = await db.AuditLog.Where(row => row.Seq > last).ToListAsync(limit.Token);
            if (rows.Count >= atLeast && rows.TrueForAll(static row => row.Status is not null))
                return rows;
            await Task.Delay(10, limit.Token);
        }
    }
}

public sealed class AuditedRequestsTestsOnSqlite(SqliteApi api) : AuditedRequestsTests(api), IClassFixture<SqliteApi>;

public sealed class AuditedRequestsTestsOnPostgreSql(PostgreSqlApi api)
    : AuditedRequestsTests(api),
        IClassFixture<PostgreSqlApi>;

internal static class AuditLogTexts
{
    public static string ToText(this AuditLogRow row) =>
        string.Join(
            '\n',
            row.Url,
            row.RequestBody,
            row.ResponseBody is { } answer ? PackedText.Unpack(answer) : null,
            row.ResourceId,
            row.ResourceName,
            row.UserName
        );
}
