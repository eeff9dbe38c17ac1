using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.ApiKeys;
using Schematic.Api.Authentication;
using Schematic.Api.Environments;
using Schematic.Api.Http;
using Schematic.Api.Members;
using Schematic.Api.Persistence;
using Schematic.Api.Persistence.Changes;
using Schematic.Api.Persistence.Sql;
using Schematic.Api.Sessions;
using Schematic.Contracts.ApiKeys;
using Schematic.Contracts.Setup;

namespace Schematic.Api.Setup;

/// <summary>Makes the first admin, environment and API key of an installation; once.</summary>
internal sealed class SetupStore(
    IDatabase database,
    SetupCode code,
    IPasswordHasher<MemberRow> passwords,
    TimeProvider time
)
{
    public async Task<SetupStatus> GetAsync(CancellationToken cancellationToken)
    {
        await using var db = database.OpenAccount();
        return new SetupStatus { Required = !await db.Members.AnyAsync(cancellationToken) };
    }

    public async Task<SetupResponseData> SetUpAsync(SetupRequestBody body, CancellationToken cancellationToken)
    {
        if (!body.FromLoopback && !code.Matches(body.Code))
            throw ApiProblem
                .Forbidden("The set-up code is wrong. The server printed it in its log when it started.")
                .About("code");
        return await database.WriteAccountAsync((db, token) => SetUpAsync(db, body, token), cancellationToken);
    }

    private async Task<SetupResponseData> SetUpAsync(
        SchematicDb db,
        SetupRequestBody body,
        CancellationToken cancellationToken
    )
    {
        var now = time.Now();
        // Of two visitors at once, the second finds the first one's admin.
        await db.HoldUpWritersAsync(new SqlLiteral("members"), cancellationToken);
        if (await db.Members.AnyAsync(cancellationToken))
            throw ApiProblem.Conflict("This installation is set up already. Sign in instead.");
        await Bootstrap.AddAccountAsync(db, now, cancellationToken);
        var member = await MemberStore.AddAdminAsync(
            db,
            passwords,
            body.AdminEmail,
            body.AdminPassword,
            now,
            cancellationToken
        );

        var environment = EnvironmentStore.NewRow(body.EnvironmentName, body.EnvironmentType, now);
        db.Add(environment);
        await db.SaveChangesAsync(cancellationToken);
        db.Changes.Add(ChangeKind.Environment, environment.Seq);
        var key = await AddFirstKeyAsync(db, environment, now, cancellationToken);
        if (body.SampleData)
            await SampleData.AddAsync(db, [environment.Seq], now, cancellationToken);
        return new SetupResponseData
        {
            Environment = environment.ToContract(),
            ApiKey = key,
            Session = await SessionStore.StartAsync(db, member, OriginOf(body), now, cancellationToken),
        };
    }

    private static SessionOrigin OriginOf(SetupRequestBody body) => new(body.Address, body.UserAgent);

    private static async Task<ApiKeyCreateResponseData> AddFirstKeyAsync(
        SchematicDb db,
        EnvironmentRow environment,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var secret = Secrets.NewApiKey(environment.EnvironmentType);
        var body = new CreateApiKeyRequestBody { Name = "First key", Description = "Made at set-up" };
        var key = ApiKeyStore.NewRow(body, environment, secret, now);
        db.Add(key);
        await db.SaveChangesAsync(cancellationToken);
        db.Changes.Add(ChangeKind.ApiKey, key.Seq);
        return key.ToCreatedContract(environment, secret);
    }
}
