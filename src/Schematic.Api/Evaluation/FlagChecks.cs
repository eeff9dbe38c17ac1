using Schematic.Api.Authentication;
using Schematic.Api.Flags.Rules;
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
        var needsUsage = flag?.Prepared.AsksForMetrics == true;
        var subject = await SubjectAsync(snapshot, body.Company, body.User, needsUsage, cancellationToken);
        var verdict = Evaluate(flag, key, subject, preflight);
        var answer = verdict.ToContract(key);
        recorder.Record(
            new CheckRecord(
                caller.Environment.Seq,
                flag?.Seq,
                answer,
                body.Company,
                body.User,
                preflight is not null,
                time.Now()
            )
        );
        return new SubjectVerdicts(subject, [flag?.TextOf(verdict) ?? SerializedVerdict.FromVerdict(answer)]);
    }

    /// <summary>Every flag, by key. Pre-flight is of one flag's check only.</summary>
    public async ValueTask<SubjectVerdicts> CheckAllAsync(
        CheckFlagRequestBody body,
        CancellationToken cancellationToken
    )
    {
        var snapshot = await snapshots.OfAsync(caller.Environment.Seq, cancellationToken);
        var subject = await SubjectAsync(snapshot, body.Company, body.User, snapshot.AsksForMetrics, cancellationToken);
        var texts = new SerializedVerdict[snapshot.All.Count];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = snapshot.All[i].TextOf(Evaluate(snapshot.All[i], snapshot.All[i].Prepared.Key, subject, null));
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

    /// <param name="needsUsage">Whether any rule of a flag to be tried asks for a counter of the company.</param>
    private async ValueTask<CheckSubject> SubjectAsync(
        FlagSnapshot snapshot,
        IReadOnlyDictionary<string, string>? company,
        IReadOnlyDictionary<string, string>? user,
        bool needsUsage,
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
            : await contexts.PrepareAsync(
                caller.Environment.Seq,
                knownCompany,
                snapshot.Catalog,
                needsUsage,
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
            body.CreditCost?.ToDictionary(
                static cost => cost.Key,
                static cost => FlagPreparation.MicroCreditsOf(cost.Value)
            )
        );
    }

    // The evaluation throws for no content that is known of; if it does after all, an application must not stand still
    // for it.
    private Verdict Evaluate(SnapshotFlag? flag, string key, in CheckSubject subject, Preflight? preflight)
    {
        try
        {
            var verdict = FlagEvaluator.Evaluate(flag?.Prepared, subject, preflight);
            return verdict.Entitlement is { } entitlement
                ? verdict with
                {
                    Entitlement = entitlement.WithFigures(subject.Company!, time.Now()),
                }
                : verdict;
        }
        catch (Exception failure)
        {
            Log.EvaluationFailed(logger, failure, key);
            return new Verdict
            {
                FlagId = flag?.Prepared.Id,
                Value = flag?.Prepared.Definition.DefaultValue ?? false,
                Reason = CheckMapping.EvaluationFailed,
            };
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
