using Schematic.Api.Authentication;
using Schematic.Api.Http;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Rules;
using Schematic.Rules.Facts;

namespace Schematic.Api.Evaluation;

/// <summary>Answers checks from memory. Source: domain, flag evaluation.</summary>
internal sealed partial class FlagChecks(
    FlagSnapshots snapshots,
    EntityContexts contexts,
    CompanyContexts companies,
    CheckRecorder recorder,
    Caller caller,
    TimeProvider time,
    ILogger<FlagChecks> logger
)
{
    /// <summary>A flag that does not exist is false, and remembered as asked for.</summary>
    public async ValueTask<SubjectVerdicts> CheckAsync(
        string key,
        CheckFlagRequestBody body,
        CancellationToken cancellationToken
    )
    {
        var preflight = Preflight(body.Preflight);
        var snapshot = await snapshots.OfAsync(caller.Environment.Seq, cancellationToken);
        var flag = snapshot.Find(key);
        var needs = flag is null ? default : RuleNeeds.Of(flag.Prepared);
        var subject = await SubjectAsync(snapshot, body.Company, body.User, needs, cancellationToken);
        var now = time.Now();
        var (verdict, figures) = Evaluate(flag, key, subject, preflight, now);
        var answer = figures.Complete(verdict).ToContract(key);
        recorder.Record(
            new CheckRecord(
                caller.Environment.Seq,
                flag?.Seq,
                answer,
                body.Company,
                body.User,
                preflight is not null,
                now
            )
        );
        return new SubjectVerdicts(subject, [flag?.TextOf(verdict, figures) ?? SerializedVerdict.FromVerdict(answer)]);
    }

    /// <summary>Every flag, by key. Pre-flight is of one flag's check only.</summary>
    public async ValueTask<SubjectVerdicts> CheckAllAsync(
        CheckFlagRequestBody body,
        CancellationToken cancellationToken
    )
    {
        var snapshot = await snapshots.OfAsync(caller.Environment.Seq, cancellationToken);
        // The answer has the company's credits, if there are any in the environment.
        var needs = snapshot.Needs with
        {
            Credits = snapshot.Needs.Credits || snapshot.Catalog.Credits.Count > 0,
        };
        var subject = await SubjectAsync(snapshot, body.Company, body.User, needs, cancellationToken);
        var texts = new SerializedVerdict[snapshot.All.Count];
        var now = time.Now();
        for (var i = 0; i < texts.Length; i++)
        {
            var flag = snapshot.All[i];
            var (verdict, figures) = Evaluate(flag, flag.Prepared.Key, subject, null, now);
            texts[i] = flag.TextOf(verdict, figures);
        }

        recorder.RecordAll(caller.Environment.Seq, snapshot);
        return new SubjectVerdicts(subject, texts);
    }

    public async ValueTask<IReadOnlyList<SubjectVerdicts>> CheckBulkAsync(
        CheckFlagsBulkRequestBody body,
        CancellationToken cancellationToken
    )
    {
        var answers = new List<SubjectVerdicts>(body.Contexts.Count);
        for (var i = 0; i < body.Contexts.Count; i++)
        {
            try
            {
                answers.Add(await CheckAllAsync(body.Contexts[i], cancellationToken));
            }
            catch (ApiException refusal)
            {
                throw refusal.Within(FieldPath.Item("contexts", i));
            }
        }

        return answers;
    }

    /// <summary>Every flag that there is, by key; leaves no trace of having been checked.</summary>
    public async ValueTask<(CheckSubject Subject, IReadOnlyList<Verdict> Verdicts)> TryAllAsync(
        IReadOnlyDictionary<string, string>? company,
        IReadOnlyDictionary<string, string>? user,
        CancellationToken cancellationToken
    )
    {
        var snapshot = await snapshots.OfAsync(caller.Environment.Seq, cancellationToken);
        var subject = await SubjectAsync(snapshot, company, user, snapshot.Needs, cancellationToken);
        var verdicts = new Verdict[snapshot.All.Count];
        var now = time.Now();
        for (var i = 0; i < verdicts.Length; i++)
        {
            var flag = snapshot.All[i];
            (verdicts[i], _) = Evaluate(flag, flag.Prepared.Key, subject, null, now);
        }

        return (subject, verdicts);
    }

    /// <param name="needs">What rules of the flags to be tried ask for.</param>
    private async ValueTask<CheckSubject> SubjectAsync(
        FlagSnapshot snapshot,
        IReadOnlyDictionary<string, string>? company,
        IReadOnlyDictionary<string, string>? user,
        RuleNeeds needs,
        CancellationToken cancellationToken
    )
    {
        var knownCompany = await contexts.FindAsync(
            caller.Environment.Seq,
            EntityType.Company,
            company,
            cancellationToken
        );
        var knownUser = await contexts.FindAsync(caller.Environment.Seq, EntityType.User, user, cancellationToken);
        var context = knownCompany is null
            ? null
            : await companies.PrepareAsync(
                caller.Environment.Seq,
                knownCompany,
                snapshot.Catalog,
                needs,
                time.Now(),
                cancellationToken
            );
        return new CheckSubject(
            context,
            knownUser?.User,
            knownCompany is null && company?.Count > 0,
            knownUser is null && user?.Count > 0
        );
    }

    /// <exception cref="ApiException">400: a cost is negative.</exception>
    public static Preflight? Preflight(PreflightRequestBody? body)
    {
        if (body is null)
            return null;
        if (body.CreditCost?.FirstOrDefault(static cost => !(cost.Value >= 0)) is { Key: { } credit })
            throw ApiProblem.BadRequest(
                $"preflight.credit_cost[{ApiProblem.Shorten(credit)}] must not be negative.",
                FieldPath.Entry("preflight.credit_cost", credit)
            );
        return new Preflight(
            body.Usage ?? 0,
            body.EventUsage?.EventSubtype,
            body.EventUsage?.Quantity ?? 0,
            body.CreditCost?.ToDictionary(static cost => cost.Key, static cost => MicroCredits.CostFromWire(cost.Value))
        );
    }

    // The evaluation throws for no content that is known of; if it does after all, an application must not stand still
    // for it.
    private (Verdict Verdict, EntitlementFigures Figures) Evaluate(
        SnapshotFlag? flag,
        string key,
        in CheckSubject subject,
        Preflight? preflight,
        DateTimeOffset now
    )
    {
        try
        {
            var verdict = FlagEvaluator.Evaluate(flag?.Prepared, subject, preflight);
            return (verdict, EntitlementFigures.Of(verdict.Entitlement, subject.Company, now));
        }
        catch (Exception failure)
        {
            Log.EvaluationFailed(logger, failure, key);
            return (
                new Verdict
                {
                    FlagId = flag?.Prepared.Id,
                    Value = flag?.Prepared.Definition.DefaultValue ?? false,
                    Reason = CheckMapping.EvaluationFailed,
                },
                default
            );
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            Level = LogLevel.Error,
            Message = "The evaluation of the flag {Key} failed; its default value was answered"
        )]
        public static partial void EvaluationFailed(ILogger logger, Exception failure, string key);
    }
}
