namespace Schematic.Api.Persistence;

/// <summary>
/// A write that waits for its turn in a transaction with others. Until that has begun it can be given up; after it, it
/// is everybody's.
/// </summary>
/// <typeparam name="T">What its caller is answered.</typeparam>
internal abstract class WaitingWrite<T>
{
    private const int Waiting = 0;
    private const int Begun = 1;
    private const int GivenUp = 2;

    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _state = Waiting;

    /// <returns>False if nobody waits for it any more; it must not be carried out, then.</returns>
    public bool TryBegin() => Interlocked.CompareExchange(ref _state, Begun, Waiting) == Waiting;

    public void Answer(T answer) => _answer.SetResult(answer);

    public void Fail(Exception failure) => _answer.SetException(failure);

    /// <summary>Waits until it is stored.</summary>
    /// <exception cref="OperationCanceledException">It was given up, and nothing was stored.</exception>
    public async Task<T> StoredAsync(CancellationToken cancellationToken)
    {
        await using var giveUp = cancellationToken.Register(() =>
        {
            if (Interlocked.CompareExchange(ref _state, GivenUp, Waiting) == Waiting)
                _answer.SetCanceled(cancellationToken);
        });
        var answer = await _answer.Task;
        CommittedWork.Note();
        return answer;
    }
}
