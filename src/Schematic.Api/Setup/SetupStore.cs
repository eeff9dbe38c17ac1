using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Schematic.Api.ApiKeys;
using Schematic.Api.Authentication;
using Schematic.Api.Environments;
using Schematic.Api.Http;
using Schematic.Api.Members;
using Schematic.Api.Persistence;
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
        // The counter's row is locked from here on: of two visitors at once, the second finds the first one's admin.
        await KeyChanges.AddAsync(db, cancellationToken);
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
        var secret = Secrets.NewApiKey(environment.EnvironmentType);
        var key = ApiKeyStore.NewRow(
            new CreateApiKeyRequestBody { Name = "First key", Description = "Made at set-up" },
            environment,
            secret,
            now
        );
        db.Add(key);
        await db.SaveChangesAsync(cancellationToken);
        if (body.SampleData)
            await SampleData.AddAsync(db, [environment.Seq], now, cancellationToken);
        return new SetupResponseData
        {
            Environment = environment.ToContract(),
            ApiKey = key.ToCreatedContract(environment, secret),
            Session = await SessionStore.StartAsync(db, member, now, cancellationToken),
        };
    }
}
